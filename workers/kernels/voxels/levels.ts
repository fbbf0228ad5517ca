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
    max: number,
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

/**
 * Histogram of a plane, or of a region of it: `bins` uint32 at `out` (4-byte aligned), overwritten. Bin i holds
 * `edge(i) ≤ v < edge(i + 1)` with `edge(i) = min + i·((max − min)/bins)`, the last bin the maximum too, as numpy's
 * histogram (1.26); values outside go to the end bins; where min = max everything is in bin 0.
 */
export function histogramPlane(
  kernel: Kernel,
  plane: Plane,
  { min, max, bins, region, out }: Bins & { region?: Region; out: number },
): void {
  const [mask, side] = regionWords(region);
  kernelsOf(kernel).histogramPlane(plane.address, mask, plane.nx * plane.ny, side, min, max, bins, out);
}
