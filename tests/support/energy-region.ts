import { planRegion } from "../../src/core/local-resolution/region.ts";
import type { Triple } from "../../src/core/volume/grid.ts";

/** A small region with unlike axes. */
export const SMALL_REGION = planRegion(
  [
    [8, 16],
    [8, 13],
    [8, 12],
  ],
  { voxelSize: [1, 1.25, 1.5] },
);

/** x, y and z of a point of its grid. */
export function smallRegionPlace(at: number): Triple {
  const [nx, ny] = SMALL_REGION.grid;
  return [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
}
