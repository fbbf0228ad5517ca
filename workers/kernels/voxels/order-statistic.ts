import { MapError } from "../../../src/core/errors.ts";
import type { Kernel } from "../kernel.ts";
import type { Plane, Region } from "./plane.ts";
import { regionWords } from "./plane.ts";

interface OrderKernels {
  countUpperKeys(plane: number, mask: number, count: number, side: number, histogram: number): void;
  countLowerKeys(plane: number, mask: number, count: number, side: number, bucket: number, histogram: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as OrderKernels;

export const BUCKETS = 65536;

/** Bytes of one key histogram: 65536 uint32. */
export const KEY_HISTOGRAM_BYTES = 4 * BUCKETS;

/** Which half of the keys a histogram counts: the upper 16 bits, or the lower 16 of the keys of one upper `bucket`. */
export type KeyHalf = { readonly half: "upper" } | { readonly half: "lower"; readonly bucket: number };

/**
 * Adds the voxels of a plane, or of a region of it, to a key histogram at `histogram` (4-byte aligned), in place; the
 * caller clears it first. A key is the float32's bits made to sort as unsigned integers, with −0 as +0. No NaN.
 */
export function countKeys(
  kernel: Kernel,
  plane: Plane,
  { region, keys, histogram }: { region?: Region; keys: KeyHalf; histogram: number },
): void {
  const [mask, side] = regionWords(region);
  const count = plane.nx * plane.ny;
  if (keys.half === "upper") kernelsOf(kernel).countUpperKeys(plane.address, mask, count, side, histogram);
  else kernelsOf(kernel).countLowerKeys(plane.address, mask, count, side, keys.bucket, histogram);
}

/** Adds one worker's histogram to the total, in place. Integers: any order of workers gives the same total. */
export function addHistogram(total: Uint32Array, part: Uint32Array): void {
  for (let i = 0; i < total.length; i++) total[i]! += part[i]!;
}

/**
 * The exact value at `rank` (0 for the smallest) of the ascending voxels, by radix selection in two passes over the map.
 * `histogramOf` yields the total histogram of a pass. Equal to numpy's `sort(v)[rank]`; a zero is returned as +0.
 * @throws job.failed where there are not more than `rank` values
 */
export function orderStatistic(rank: number, histogramOf: (keys: KeyHalf) => Uint32Array): number {
  const upper = locateRank(histogramOf({ half: "upper" }), rank);
  const lower = locateRank(histogramOf({ half: "lower", bucket: upper.bucket }), upper.rank);
  return valueOfKey(upper.bucket * BUCKETS + lower.bucket);
}

/** The bucket that holds a rank, and the rank within it. */
function locateRank(histogram: Uint32Array, rank: number): { readonly bucket: number; readonly rank: number } {
  let left = rank;
  const bucket = histogram.findIndex((count) => {
    if (left < count) return true;
    left -= count;
    return false;
  });
  if (bucket < 0) throw new MapError("job.failed", `Rank ${rank} was asked of fewer values.`, { rank });
  return { bucket, rank: left };
}

/** The float32 of a sorting key: the sign bit is set for values ≥ 0, and all bits are inverted for values < 0. */
export function valueOfKey(key: number): number {
  const bits = key >= 2 ** 31 ? key - 2 ** 31 : ~key;
  return new Float32Array(new Uint32Array([bits]).buffer)[0]!;
}
