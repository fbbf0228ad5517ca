import { exp } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";
import { voxelCount } from "../volume/grid.ts";
import { POINT } from "./grid-points.ts";
import type { GridValues } from "./spread.ts";

/** Standard deviation of the Gaussian, Å: local resolution is no finer than the surroundings that it is read from. */
const SIGMA = 4;
/** Standard deviations after which the Gaussian is cut. */
const REACH = 3;

/**
 * The mean of the estimates of the mask about each of its points, weighted by a Gaussian of 4 Å:
 * Σ g(r − r′) v(r′) / Σ g(r − r′) over the points r′ of the mask. Allocates; in the order of the points.
 */
export function smoothEstimates({ region, kinds, values }: GridValues): Float32Array {
  const { grid, lengths } = region;
  const sums = new Float32Array(voxelCount(grid));
  const shares = new Float32Array(sums.length);
  const points = Uint32Array.from(insidePoints(kinds, values.length));
  points.forEach((at, i) => {
    sums[at] = values[i]!;
    shares[at] = 1;
  });
  for (const axis of [0, 1, 2] as const) {
    const weights = gaussianWeights(lengths[axis]! / grid[axis]);
    for (const field of [sums, shares]) smoothAxis(field, { grid, axis, weights });
  }
  return Float32Array.from(points, (at) => sums[at]! / shares[at]!);
}

function* insidePoints(kinds: Uint8Array, count: number): Generator<number> {
  for (let at = kinds.indexOf(POINT.inside), i = 0; i < count; i++, at = kinds.indexOf(POINT.inside, at + 1)) yield at;
}

/** exp(−d²/2σ²) at 0, 1, 2… steps of `spacing` Å. */
function gaussianWeights(spacing: number): Float64Array {
  const reach = Math.floor((REACH * SIGMA) / spacing + 0.5);
  const exponent = (spacing * spacing) / (2 * SIGMA * SIGMA);
  return Float64Array.from({ length: reach + 1 }, (_, i) => exp(-exponent * i * i));
}

interface Line {
  readonly grid: Triple;
  readonly axis: 0 | 1 | 2;
  readonly weights: Float64Array;
}

/** Convolves every line along an axis, in place; beyond the grid there is nothing. Lines of zeros stay as they are. */
function smoothAxis(field: Float32Array, { grid, axis, weights }: Line): void {
  const [nx, ny] = grid;
  const size = grid[axis];
  const step = [1, nx, nx * ny][axis]!;
  const line = new Float64Array(size);
  for (let first = 0; first < field.length; first++) {
    if (Math.floor(first / step) % size !== 0) continue;
    let some = 0;
    for (let i = 0; i < size; i++) {
      line[i] = field[first + i * step]!;
      some += line[i]!;
    }
    if (some === 0) continue;
    for (let i = 0; i < size; i++) field[first + i * step] = weightedSum(line, i, weights);
  }
}

function weightedSum(line: Float64Array, at: number, weights: Float64Array): number {
  let sum = weights[0]! * line[at]!;
  for (let d = 1; d < weights.length; d++) {
    const [before, after] = [at - d >= 0 ? line[at - d]! : 0, at + d < line.length ? line[at + d]! : 0];
    sum += weights[d]! * (before + after);
  }
  return sum;
}
