import type { Kernel } from "../kernel.ts";
import type { Plane, Region } from "./plane.ts";
import { regionWords } from "./plane.ts";

interface LevelKernels {
  countAboveLevels(plane: number, count: number, levels: number, levelCount: number, out: number): void;
  histogramPlane(
    plane: number,
    mask: number,
    count: number,
    side: number,
    min: number,
    scale: number,
    bins: number,
    out: number,
  ): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as LevelKernels;

/**
 * Voxels of a plane above each level (v > level, strictly): `count` uint32 at `out`, overwritten. `levels` is the address
 * of as many float32, ascending. 4-byte aligned.
 */
export function countAboveLevels(
  kernel: Kernel,
  plane: Plane,
  { levels, count, out }: { levels: number; count: number; out: number },
): void {
  kernelsOf(kernel).countAboveLevels(plane.address, plane.nx * plane.ny, levels, count, out);
}

/** Equal bins over min … max. */
export interface Bins {
  readonly min: number;
  readonly max: number;
  readonly bins: number;
}

/** The range that numpy bins a single value in. */
const HALF_WIDTH_OF_NONE = 0.5;

/**
 * Histogram of a plane, or of a region of it: `bins` uint32 at `out` (4-byte aligned), overwritten. Bin
 * `⌊(v − min)·(bins/(max − min))⌋`, the maximum in the last bin and values outside the range in the end bins; where
 * min = max the range is widened by 0.5 on both sides. numpy's histogram, without its second look at values within a
 * rounding error of an edge.
 */
export function histogramPlane(
  kernel: Kernel,
  plane: Plane,
  { min, max, bins, region, out }: Bins & { region?: Region; out: number },
): void {
  const [mask, side] = regionWords(region);
  const start = min === max ? min - HALF_WIDTH_OF_NONE : min;
  const scale = bins / (min === max ? 2 * HALF_WIDTH_OF_NONE : max - min);
  kernelsOf(kernel).histogramPlane(plane.address, mask, plane.nx * plane.ny, side, start, scale, bins, out);
}
