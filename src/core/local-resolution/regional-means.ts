import type { Triple } from "../volume/grid.ts";
import { voxelCount } from "../volume/grid.ts";
import { type EnergyRegion, spacingOf } from "./region.ts";
import { insidePoints } from "./smooth-estimates.ts";
import { smoothField } from "./smooth-field.ts";

/** Points of the grid along a block's edge. */
const BLOCK = 2;
/** Standard deviation of the Gaussian, Å. */
const SIGMA = 8;

/** The points of a mask gathered in blocks of 2 × 2 × 2. */
export interface Blocks {
  readonly grid: Triple;
  /** Å from block to block. */
  readonly spacing: Triple;
  /** The block of each point of the mask. */
  readonly places: Uint32Array;
}

/** Blocks of the grid of a region. Allocates. */
export function blocksOf(region: EnergyRegion, { kinds, inside }: { kinds: Uint8Array; inside: number }): Blocks {
  const [nx, ny] = region.grid;
  const grid = region.grid.map((points) => Math.ceil(points / BLOCK)) as [number, number, number];
  const spacing = spacingOf(region).map((step) => BLOCK * step) as [number, number, number];
  const places = insidePoints(kinds, inside).map((at) => {
    const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))].map((i) => Math.floor(i / BLOCK));
    return (z! * grid[1] + y!) * grid[0] + x!;
  });
  return { grid, spacing, places };
}

/**
 * Sums of values about each block, weighted by a Gaussian of 8 Å over the points of the mask:
 * Σ g(b − b(r′)) v(r′), r′ the points of the mask and b(r′) their blocks. Divided by the sums of ones they are means.
 * Allocates a float64 a block.
 */
export function blockSums({ grid, spacing, places }: Blocks, value: (point: number) => number): Float64Array {
  const sums = new Float64Array(voxelCount(grid));
  for (let i = 0; i < places.length; i++) sums[places[i]!]! += value(i);
  smoothField(sums, { grid, sigma: SIGMA, spacing });
  return sums;
}
