import { increment } from "./voxels-lanes";

const DOUBLE: usize = 8;

/**
 * Adds the next 16 bits of non-negative float64, whose bits sort as they do, to 65536 counters: of those values whose bits
 * above are `prefix`, a whole number. `shift` is 48, 32, 16 or 0.
 */
export function countDoubleKeys(values: usize, count: usize, prefix: f64, shift: u32, histogram: usize): void {
  const above = <u64>prefix;
  for (let i: usize = 0; i < count; i++) {
    const key = load<u64>(values + i * DOUBLE) >> <u64>shift;
    if (key >> 16 == above) increment(histogram, <usize>(key & 0xffff));
  }
}

/** The least of the values above a bound; Infinity where there is none. */
export function leastAbove(values: usize, count: usize, bound: f64): f64 {
  let least: f64 = Infinity;
  for (let i: usize = 0; i < count; i++) {
    const value = load<f64>(values + i * DOUBLE);
    if (value > bound && value < least) least = value;
  }
  return least;
}
