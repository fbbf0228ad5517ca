import type { MapHandle } from "../../workers/handles.ts";
import type { SurfaceColours } from "../../workers/protocol.ts";
import { binnedGrid } from "../core/volume/binning.ts";
import { type Triple, voxelCount } from "../core/volume/grid.ts";
import type { SurfaceViews } from "../report/figures.ts";
import type { IsoSurface, PictureOptions, SurfaceOptions } from "./engine.ts";
import type { Instruments } from "./instruments.ts";
import type { Overlays } from "./overlays.ts";

/** Voxels that are searched for a surface in about 50 ms, so that a sketch follows a moving level. */
const SKETCH_VOXELS = 3_000_000;
/** More than this a graphics processor of a laptop does not turn smoothly, and the page would hold 70 bytes for each. */
const MOST_TRIANGLES = { sketch: 500_000, full: 2_000_000 } as const;
/** A binned map keeps this many voxels along each axis. */
const LEAST_SIDE = 8;

interface Workshop extends Instruments {
  readonly overlays: Overlays;
}

/** The isosurface of an open map, on the least binned map on which it stays within the triangles that can be drawn. */
export async function extractSurface(
  workshop: Workshop,
  { mapId, level, detail, colouring, signal }: SurfaceOptions & { mapId: string; level: number },
): Promise<IsoSurface> {
  const whole = await workshop.shelf.resident(mapId);
  const coarsest = coarsestBinning(whole.grid.box);
  for (let binning = detail === "full" ? 1 : sketchBinning(whole.grid.box); ; binning++) {
    const map = binning === 1 ? whole : await binned(workshop, mapId, { map: whole, factor: binning });
    const mostTriangles = binning >= coarsest ? Infinity : MOST_TRIANGLES[detail];
    // A private worker is stopped by ending it, and the map with it: it is left to finish.
    const options = map.buffer ? { signal } : {};
    const colours = coloursOf(workshop, mapId, { colouring, binning });
    const request = { map, level, mostTriangles, ...colours };
    const extracted = await workshop.pool.solo("extractSurface", request, options);
    signal?.throwIfAborted();
    if (extracted) return { ...extracted, grid: map.grid, binning };
  }
}

/** The isosurface as pictures, of the map itself. */
export async function drawSurface(
  workshop: Workshop,
  { mapId, level, size = 700, colouring, signal }: PictureOptions & { mapId: string; level: number },
): Promise<SurfaceViews> {
  const map = await workshop.shelf.resident(mapId);
  const colours = coloursOf(workshop, mapId, { colouring, binning: 1 });
  return workshop.pool.solo("drawSurface", { map, level, size, ...colours }, { signal });
}

/** How many voxels of a box, each way, are averaged into one while its level moves. */
export function sketchBinning(box: Triple): number {
  let factor = 1;
  while (voxelCount(box) > SKETCH_VOXELS * factor * factor * factor && factor < coarsestBinning(box)) factor++;
  return factor;
}

/** With a volume to colour by goes the map's grid as its latest run had it, on which the volume lies. */
function coloursOf(
  { overlays, shelf }: Workshop,
  mapId: string,
  { colouring, binning }: { colouring: SurfaceOptions["colouring"]; binning: number },
): SurfaceColours {
  if (!colouring) return { colourBy: "nothing" };
  if (colouring.name === "pieces") return { colourBy: "pieces" };
  const volume = overlays.measured(mapId, colouring.name);
  const grid = shelf.latestRun(mapId)?.grid;
  if (!volume || !grid) return { colourBy: "nothing" };
  return { colourBy: "measurement", volume, range: colouring.range, mapGrid: binnedGrid(grid, binning) };
}

function coarsestBinning(box: Triple): number {
  return Math.max(1, Math.floor(Math.min(...box) / LEAST_SIDE));
}

/** Computed once a map and factor; not aborted, because the next level needs it too. */
function binned(
  { pool, measurements }: Workshop,
  mapId: string,
  request: { map: MapHandle; factor: number },
): Promise<MapHandle> {
  const question = { mapId, measurement: "bin", parameters: { factor: request.factor } };
  return measurements.ask(question, () => pool.solo("bin", request));
}
