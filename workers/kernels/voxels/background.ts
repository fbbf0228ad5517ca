import type { Kernel } from "../kernel.ts";
import type { Plane } from "./plane.ts";

interface BackgroundKernels {
  backgroundSum(plane: number, mask: number, count: number, out: number): void;
  backgroundDeviation(plane: number, mask: number, count: number, mean: number): number;
  backgroundOutliers(plane: number, mask: number, count: number, mean: number, limit: number, out: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as BackgroundKernels;

/** Number and sum of a plane's voxels outside the mask: two float64 at `out` (8-byte aligned), overwritten. */
export function backgroundSum(kernel: Kernel, plane: Plane, { mask, out }: { mask: number; out: number }): void {
  kernelsOf(kernel).backgroundSum(plane.address, mask, plane.nx * plane.ny, out);
}

/** Σ(v − mean)² of a plane's voxels outside the mask, float64. */
export function backgroundDeviation(
  kernel: Kernel,
  plane: Plane,
  { mask, mean }: { mask: number; mean: number },
): number {
  return kernelsOf(kernel).backgroundDeviation(plane.address, mask, plane.nx * plane.ny, mean);
}

/**
 * A plane's voxels outside the mask with |v| > limit, and those with |v − mean| > limit, both compared in float64: two
 * uint32 at `out` (4-byte aligned), overwritten.
 */
export function backgroundOutliers(
  kernel: Kernel,
  plane: Plane,
  { mask, mean, limit, out }: { mask: number; mean: number; limit: number; out: number },
): void {
  kernelsOf(kernel).backgroundOutliers(plane.address, mask, plane.nx * plane.ny, mean, limit, out);
}
