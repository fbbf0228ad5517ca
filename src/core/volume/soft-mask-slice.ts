import { cos, exp } from "../math/elementary.ts";
import { AXES, type Axis } from "./grid.ts";
import { type DisplaySlice, extractSlice, type Sliceable } from "./slice.ts";

/** exp(−π²σ²w²), w in cycles per voxel, with VRS's σ of 2: a Gaussian of standard deviation 1.414 voxels. */
export const SOFT_MASK_DECAY = Math.PI * Math.PI * 4;

/** Beyond this many voxels the smoothing has no part left in a single-precision sum. */
const REACH = 12;

/**
 * A slice of the soft mask, the hard mask smoothed by exp(−π²σ²w²) in Fourier space without padding and raised to 0, in
 * display orientation. The filter is separable, so only the planes within 12 voxels are read: within 2e-6 of the whole
 * transform, a box of up to 25 voxels exactly. Allocates. @throws parameter.invalid for a slice outside the box
 */
export function softMaskSlice(mask: Sliceable, axis: Axis, index: number): DisplaySlice {
  const count = mask.grid.box[AXES.indexOf(axis)]!;
  const middle = extractSlice(mask, axis, index);
  const { width, height } = middle;
  let sums = new Float64Array(width * height);
  for (const { offset, weight } of taps(count)) {
    const plane = offset === 0 ? middle : extractSlice(mask, axis, wrapped(index + offset, count));
    plane.values.forEach((value, i) => {
      sums[i]! += weight * value;
    });
  }
  sums = smoothLines(sums, { lines: height, length: width, between: width, step: 1 });
  sums = smoothLines(sums, { lines: width, length: height, between: 1, step: width });
  return { width, height, values: Float32Array.from(sums, (value) => Math.max(0, value)) };
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  /** From one line to the next, and along a line. */
  readonly between: number;
  readonly step: number;
}

function smoothLines(values: Float64Array, { lines, length, between, step }: Lines): Float64Array<ArrayBuffer> {
  const smooth = new Float64Array(values.length);
  for (const { offset, weight } of taps(length)) {
    for (let line = 0; line < lines; line++) {
      const start = line * between;
      for (let i = 0; i < length; i++)
        smooth[start + i * step]! += weight * values[start + wrapped(i + offset, length) * step]!;
    }
  }
  return smooth;
}

interface Tap {
  readonly offset: number;
  readonly weight: number;
}

/** The filter along one axis, its inverse discrete transform: Σ exp(−π²σ²w²)·cos(2πwt)/N over the N frequencies. */
function taps(length: number): Tap[] {
  const whole = length <= 2 * REACH + 1;
  const offsets = Array.from({ length: whole ? length : 2 * REACH + 1 }, (_, i) => (whole ? i : i - REACH));
  return offsets.map((offset) => {
    let sum = 0;
    for (let k = 0; k < length; k++) {
      const w = (k <= length / 2 ? k : k - length) / length;
      sum += exp(-SOFT_MASK_DECAY * w * w) * cos(2 * Math.PI * w * offset);
    }
    return { offset, weight: sum / length };
  });
}

function wrapped(index: number, length: number): number {
  return ((index % length) + length) % length;
}
