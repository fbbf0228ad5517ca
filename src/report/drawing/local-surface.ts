import type { Cancellation } from "../../core/cancellation.ts";
import { extractSurface } from "../../core/surface/marching-cubes.ts";
import type { Volume } from "../../core/volume/grid.ts";
import { type MeasuredVolume, sampleMeasured } from "../../core/volume/sample-measured.ts";
import type { SurfaceViews } from "../figures.ts";
import { paintValues, type RampRange } from "./ramp.ts";
import { paintSurfaceViews } from "./surface.ts";

/** What colours a surface, and the range that the colours span. */
export interface LocalValues {
  readonly volume: MeasuredVolume;
  readonly range: RampRange;
}

/** Share of a map's voxels that exceed the level at which ChimeraX 1.9 opens it. */
const OPENED_SHARE = 0.01;

/**
 * The part of a map inside a mask, as an isosurface from the three views, once coloured by each set of values near
 * it. The level is that of {@link openingLevel}, not below `lowest`. Allocates.
 */
export function drawLocalSurfaces(
  { map, mask }: { map: Volume; mask: Uint8Array },
  sets: readonly LocalValues[],
  { lowest, ...drawing }: { lowest: number; size: number; cancellation?: Cancellation },
): { level: number; views: SurfaceViews[] } {
  const level = Math.max(lowest, openingLevel(map.voxels, mask));
  const surface = extractSurface({ grid: map.grid, voxels: insideMask(map.voxels, mask) }, level);
  const paints = sets.map(({ volume, range }) =>
    paintValues(sampleMeasured(volume, surface.positions, map.grid), range),
  );
  return { level, views: paintSurfaceViews(surface, paints, { ...drawing, voxelSize: map.grid.voxelSize }) };
}

/** The value that 1 % of all voxels exceed when those outside the mask do not; −∞ where the mask holds fewer. */
export function openingLevel(voxels: Float32Array, mask: Uint8Array): number {
  const inside = voxels.filter((_, at) => mask[at] === 1).sort();
  const above = Math.floor(OPENED_SHARE * voxels.length);
  return above < inside.length ? inside[inside.length - 1 - above]! : -Infinity;
}

/** Nothing outside the mask reaches a level: what lies there is set to the least value. Allocates. */
function insideMask(voxels: Float32Array, mask: Uint8Array): Float32Array {
  let least = 0;
  for (const value of voxels) if (value < least) least = value;
  return voxels.map((value, at) => (mask[at] === 1 ? value : least));
}
