import { voxelCount } from "../volume/grid.ts";
import { POINT } from "./grid-points.ts";
import { spacingOf } from "./region.ts";
import { smoothField } from "./smooth-field.ts";
import type { GridValues } from "./spread.ts";

/** Standard deviation of the Gaussian, Å: local resolution is no finer than the surroundings that it is read from. */
const SIGMA = 3;

/**
 * The mean of the estimates of the mask about each of its points, weighted by a Gaussian of 3 Å:
 * Σ g(r − r′) v(r′) / Σ g(r − r′) over the points r′ of the mask. Allocates; in the order of the points.
 */
export function smoothEstimates({ region, kinds, values }: GridValues): Float32Array {
  const sums = new Float32Array(voxelCount(region.grid));
  const shares = new Float32Array(sums.length);
  const points = insidePoints(kinds, values.length);
  points.forEach((at, i) => {
    sums[at] = values[i]!;
    shares[at] = 1;
  });
  const smoothing = { grid: region.grid, sigma: SIGMA, spacing: spacingOf(region) };
  for (const field of [sums, shares]) smoothField(field, smoothing);
  return Float32Array.from(points, (at) => sums[at]! / shares[at]!);
}

/** Where the points of the mask lie on the grid, in their order. Allocates. */
export function insidePoints(kinds: Uint8Array, count: number): Uint32Array {
  let at = -1;
  return Uint32Array.from({ length: count }, () => {
    at = kinds.indexOf(POINT.inside, at + 1);
    return at;
  });
}
