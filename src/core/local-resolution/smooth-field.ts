import { exp } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";

/** Standard deviations after which a Gaussian is cut. */
const REACH = 3;

/**
 * Sums of a field about each point, weighted by exp(−d²/2σ²) along each axis, in place; beyond the grid there is nothing.
 * The weights do not add up to 1. x fastest. @param sigma and spacing, Å
 */
export function smoothField(
  field: Float32Array | Float64Array,
  { grid, sigma, spacing }: { grid: Triple; sigma: number; spacing: Triple },
): void {
  for (const axis of [0, 1, 2] as const) {
    smoothAxis(field, { grid, axis, weights: gaussianWeights(sigma, spacing[axis]) });
  }
}

/** exp(−d²/2σ²) at 0, 1, 2… steps of `spacing` Å. */
function gaussianWeights(sigma: number, spacing: number): Float64Array {
  const reach = Math.floor((REACH * sigma) / spacing + 0.5);
  const exponent = (spacing * spacing) / (2 * sigma * sigma);
  return Float64Array.from({ length: reach + 1 }, (_, i) => exp(-exponent * i * i));
}

interface Line {
  readonly grid: Triple;
  readonly axis: 0 | 1 | 2;
  readonly weights: Float64Array;
}

/** Convolves every line along an axis, in place. Lines of zeros stay as they are. */
function smoothAxis(field: Float32Array | Float64Array, { grid, axis, weights }: Line): void {
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
