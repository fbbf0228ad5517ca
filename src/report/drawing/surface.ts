import type { Cancellation } from "../../core/cancellation.ts";
import { extractSurface } from "../../core/surface/marching-cubes.ts";
import type { Surface } from "../../core/surface/surface.ts";
import type { Triple, Volume } from "../../core/volume/grid.ts";
import type { RgbImage, SurfaceViews } from "../figures.ts";
import { type Frame, frameOf, project } from "./camera.ts";
import { ambientLight } from "./occlusion.ts";
import { coloursSeen, rasterise } from "./rasterise.ts";
import { type Paint, type Rgb, shade } from "./shade.ts";
import { CHIMERAX_VIEWS, type View } from "./views.ts";

/** Samples a pixel, each way. */
const SUPERSAMPLING = 2;
/** The steel grey of a surface that shows nothing but itself. */
const SURFACE_COLOUR: Rgb = [196, 208, 218];
const WHITE: Rgb = [255, 255, 255];

/** How a surface is drawn. */
export interface SurfaceDrawing {
  readonly view: View;
  /** Pixels a side. */
  readonly size: number;
  /** Å per voxel along x, y, z. */
  readonly voxelSize: Triple;
  /** What the picture shows; unless given, the whole surface, at the same scale in every view. */
  readonly frame?: Frame;
  readonly colour?: Rgb;
  /** 3 bytes a vertex, in place of the one colour. */
  readonly vertexColours?: Uint8Array;
  readonly background?: Rgb;
}

/**
 * A surface as a square picture in parallel projection, 2×2 samples a pixel, without WebGL or canvas and with the same
 * bytes on every machine. Allocates about 30 bytes a sample; the surface is only read. An empty surface gives the background.
 */
export function drawSurface(surface: Surface, drawing: SurfaceDrawing): RgbImage {
  const { colour = SURFACE_COLOUR, vertexColours } = drawing;
  return paintSurface(surface, drawing, [vertexColours ?? colour])[0]!;
}

/**
 * The same view of a surface once for each paint: one colour, or 3 bytes a vertex. What the paints share, which is most
 * of the work, is done once.
 */
function paintSurface(surface: Surface, drawing: SurfaceDrawing, paints: readonly Paint[]): RgbImage[] {
  const { view, voxelSize, background = WHITE } = drawing;
  const size = SUPERSAMPLING * drawing.size;
  const frame = drawing.frame ?? frameOf(surface, voxelSize) ?? { centre: [0, 0, 0], half: 1 };
  const { triangles } = surface;
  const samples = rasterise({ ...project(surface, { view, frame, voxelSize, size }), triangles }, size);
  const ambient = ambientLight(samples, SUPERSAMPLING);
  return paints.map((paint) => {
    const seen = paint instanceof Uint8Array ? coloursSeen(paint, samples, triangles) : paint;
    return shade(samples, { step: SUPERSAMPLING, ambient, paint: seen, background });
  });
}

interface ViewsDrawing {
  /** Pixels a side. */
  readonly size: number;
  readonly cancellation?: Cancellation;
  /** 3 bytes a vertex, by the vertices' voxel indices; `null` for the surface's own grey. */
  readonly coloursAt?: (positions: Float32Array) => Uint8Array | null;
}

/** The isosurface of a map at a level from the three ChimeraX views, at one scale. */
export function drawSurfaceViews(
  volume: Volume,
  level: number,
  { size, cancellation, coloursAt }: ViewsDrawing,
): SurfaceViews {
  const surface = extractSurface(volume, level);
  const { voxelSize } = volume.grid;
  const drawing = { size, voxelSize, ...(cancellation && { cancellation }) };
  const paint = coloursAt?.(surface.positions) ?? SURFACE_COLOUR;
  return paintSurfaceViews(surface, [paint], drawing)[0]!;
}

/** A surface from the three ChimeraX views at one scale, once for each paint. */
export function paintSurfaceViews(
  surface: Surface,
  paints: readonly Paint[],
  { cancellation, ...drawing }: { size: number; voxelSize: Triple; cancellation?: Cancellation },
): SurfaceViews[] {
  const draw = (view: View) => {
    cancellation?.throwIfAborted();
    return paintSurface(surface, { ...drawing, view }, paints);
  };
  const [first, second, third] = CHIMERAX_VIEWS.map(draw);
  return paints.map((_, i) => [first![i]!, second![i]!, third![i]!]);
}
