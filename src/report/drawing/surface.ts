import type { Cancellation } from "../../core/cancellation.ts";
import { extractSurface } from "../../core/surface/marching-cubes.ts";
import type { Surface } from "../../core/surface/surface.ts";
import type { Triple, Volume } from "../../core/volume/grid.ts";
import type { RgbImage } from "../figures.ts";
import { type Frame, frameOf, project } from "./camera.ts";
import { ambientLight } from "./occlusion.ts";
import { rasterise } from "./rasterise.ts";
import { type Rgb, shade } from "./shade.ts";
import { CHIMERAX_VIEWS, type View } from "./views.ts";

/** Samples a pixel, each way. */
const SUPERSAMPLING = 2;
/** The steel grey of a surface that shows nothing but itself. */
export const SURFACE_COLOUR: Rgb = [196, 208, 218];
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
 * bytes on every machine. Allocates about 17 bytes a sample; the surface is only read. An empty surface gives the background.
 */
export function drawSurface(surface: Surface, drawing: SurfaceDrawing): RgbImage {
  const { view, voxelSize, colour = SURFACE_COLOUR, background = WHITE, vertexColours: colours = null } = drawing;
  const size = SUPERSAMPLING * drawing.size;
  const frame = drawing.frame ?? frameOf(surface, voxelSize) ?? { centre: [0, 0, 0], half: 1 };
  const seen = project(surface, { view, frame, voxelSize, size });
  const samples = rasterise({ ...seen, triangles: surface.triangles, colours }, size);
  const ambient = ambientLight(samples, SUPERSAMPLING);
  return shade(samples, { step: SUPERSAMPLING, ambient, colour, background });
}

/** The isosurface of a map at a level from the three ChimeraX views, `size` pixels a side, at one scale. */
export function drawSurfaceViews(
  volume: Volume,
  level: number,
  { size, cancellation }: { size: number; cancellation?: Cancellation },
): readonly [RgbImage, RgbImage, RgbImage] {
  const surface = extractSurface(volume, level);
  const draw = (view: View) => {
    cancellation?.throwIfAborted();
    return drawSurface(surface, { view, size, voxelSize: volume.grid.voxelSize });
  };
  const [first, second, third] = CHIMERAX_VIEWS;
  return [draw(first), draw(second), draw(third)];
}
