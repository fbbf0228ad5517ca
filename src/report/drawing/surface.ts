import type { Cancellation } from "../../core/cancellation.ts";
import { extractSurface } from "../../core/surface/marching-cubes.ts";
import type { Surface } from "../../core/surface/surface.ts";
import type { Triple, Volume } from "../../core/volume/grid.ts";
import type { RgbImage, SurfaceViews } from "../figures.ts";
import { type Frame, frameOf, project } from "./camera.ts";
import { type Light, lightSamples, makeLight } from "./light.ts";
import { ambientLight } from "./occlusion.ts";
import { makeSamples, rasterise, type Samples } from "./rasterise.ts";
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
 * bytes on every machine. Allocates about 40 bytes a sample; the surface is only read. An empty surface gives the background.
 */
export function drawSurface(surface: Surface, drawing: SurfaceDrawing): RgbImage {
  const { colour = SURFACE_COLOUR, vertexColours } = drawing;
  return paintSurface(surface, drawing, { paints: [vertexColours ?? colour], easel: makeEasel(drawing.size) })[0]!;
}

/** What one view after another is drawn on. */
interface Easel {
  readonly samples: Samples;
  readonly light: Light;
}

function makeEasel(pixels: number): Easel {
  const size = SUPERSAMPLING * pixels;
  return { samples: makeSamples(size), light: makeLight(size) };
}

/**
 * The same view of a surface once for each paint: one colour, or 3 bytes a vertex. What the paints share, which is most
 * of the work, is done once.
 */
function paintSurface(
  surface: Surface,
  { view, voxelSize, background = WHITE, ...drawing }: SurfaceDrawing,
  { paints, easel }: { paints: readonly Paint[]; easel: Easel },
): RgbImage[] {
  const { samples, light } = easel;
  const { triangles } = surface;
  const frame = drawing.frame ?? frameOf(surface, voxelSize) ?? { centre: [0, 0, 0], half: 1 };
  rasterise({ ...project(surface, { view, frame, voxelSize, size: samples.size }), triangles }, samples);
  lightSamples(samples, { step: SUPERSAMPLING, ambient: ambientLight(samples, SUPERSAMPLING), into: light });
  return paints.map((paint) => shade({ samples, light, triangles }, { step: SUPERSAMPLING, paint, background }));
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
  const easel = makeEasel(drawing.size);
  const draw = (view: View) => {
    cancellation?.throwIfAborted();
    return paintSurface(surface, { ...drawing, view }, { paints, easel });
  };
  const [first, second, third] = CHIMERAX_VIEWS.map(draw);
  return paints.map((_, i) => [first![i]!, second![i]!, third![i]!]);
}
