import { MapError } from "../../../src/core/errors.ts";
import type { Kernel } from "../kernel.ts";

interface DoubleOrderKernels {
  countDoubleKeys(values: number, count: number, prefix: number, shift: number, histogram: number): void;
  leastAbove(values: number, count: number, bound: number): number;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as DoubleOrderKernels;

const BUCKETS = 65536;

/** Bytes of one key histogram: 65536 uint32. */
export const DOUBLE_KEY_BYTES = 4 * BUCKETS;

/** The next 16 bits of the values whose upper bits are `prefix`, `shift` bits from the lowest. */
export interface DoubleKeyDigit {
  readonly prefix: number;
  readonly shift: number;
}

/** Some float64 in kernel memory. */
export interface Doubles {
  readonly values: number;
  readonly count: number;
}

/** Adds non-negative float64 (no −0, no NaN) to a key histogram at `histogram`, in place; the caller clears it first. */
export function countDoubleKeys(
  kernel: Kernel,
  { values, count }: Doubles,
  { digit, histogram }: { digit: DoubleKeyDigit; histogram: number },
): void {
  kernelsOf(kernel).countDoubleKeys(values, count, digit.prefix, digit.shift, histogram);
}

/** The least value above a bound; Infinity where there is none. */
export function leastAbove(kernel: Kernel, { values, count }: Doubles, bound: number): number {
  return kernelsOf(kernel).leastAbove(values, count, bound);
}

/** A value of a rank, and how many values are not above it. */
export interface Ranked {
  readonly value: number;
  readonly notAbove: number;
}

/** Passes over all values. */
export interface DoublePasses {
  /** The total histogram of a digit. */
  readonly histogramOf: (digit: DoubleKeyDigit) => Uint32Array;
  /** The least value above a bound. */
  readonly leastAbove: (bound: number) => number;
}

/**
 * The exact value at `rank` (0 for the smallest) among non-negative float64, by radix selection in at most four passes: as soon
 * as it is alone in its bucket it is the least value there. @throws job.failed where there are not more than `rank` values
 */
export function doubleOrderStatistic(rank: number, { histogramOf, leastAbove }: DoublePasses): Ranked {
  let [prefix, below, bits] = [0, 0, 0n];
  let equal = 0;
  for (const shift of [48, 32, 16, 0]) {
    const histogram = histogramOf({ prefix, shift });
    let bucket = 0;
    while (bucket < BUCKETS && below + histogram[bucket]! <= rank) below += histogram[bucket++]!;
    if (bucket === BUCKETS) throw new MapError("job.failed", `Rank ${rank} was asked of fewer values.`, { rank });
    equal = histogram[bucket]!;
    prefix = prefix * BUCKETS + bucket;
    bits = bits * BigInt(BUCKETS) + BigInt(bucket);
    if (equal === 1 && shift > 0) return { value: leastAbove(justBelow(bits << BigInt(shift))), notAbove: below + 1 };
  }
  return { value: doubleOfBits(bits), notAbove: below + equal };
}

/** A number that only values from these bits on are above. */
function justBelow(bits: bigint): number {
  return bits === 0n ? -1 : doubleOfBits(bits - 1n);
}

function doubleOfBits(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}
