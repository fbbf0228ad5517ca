import type { Kernel } from "../kernel.ts";
import type { Plane } from "./plane.ts";

interface MaskKernels {
  thresholdPlane(plane: number, count: number, level: number, mask: number): number;
  maskPlaneCounts(mask: number, nx: number, ny: number, rows: number, columns: number): void;
  overlap(a: number, b: number, count: number): number;
  maskedPlane(plane: number, mask: number, count: number, out: number): void;
  outlierPlane(plane: number, mask: number, count: number, limit: number, out: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as MaskKernels;

/**
 * The raw mask of a plane: byte 1 where v ≥ level, the level rounded to float32; nx·ny bytes at `mask`. NaN is outside.
 * @returns voxels set
 */
export function thresholdPlane(kernel: Kernel, plane: Plane, { level, mask }: { level: number; mask: number }): number {
  return kernelsOf(kernel).thresholdPlane(plane.address, plane.nx * plane.ny, level, mask) >>> 0;
}

/** Voxels set in each row and each column of a mask plane: ny then nx uint32 at `out` (4-byte aligned), overwritten. */
export function maskPlaneCounts(
  kernel: Kernel,
  { mask, nx, ny }: { mask: number; nx: number; ny: number },
  out: number,
): void {
  kernelsOf(kernel).maskPlaneCounts(mask, nx, ny, out, out + 4 * ny);
}

/** Voxels set in both of two masks, given by address, over `count` bytes. */
export function overlap(kernel: Kernel, [a, b]: readonly [number, number], count: number): number {
  return kernelsOf(kernel).overlap(a, b, count) >>> 0;
}

/** max(v, 0) inside the mask, 0 outside; nx·ny float32 at `out`, which may be the plane itself. */
export function maskedPlane(kernel: Kernel, plane: Plane, { mask, out }: { mask: number; out: number }): void {
  kernelsOf(kernel).maskedPlane(plane.address, mask, plane.nx * plane.ny, out);
}

/**
 * The map where it lies outside the mask and |v| > limit (≥ 0, compared in float64), else 0; nx·ny float32 at `out`,
 * which may be the plane itself.
 */
export function outlierPlane(
  kernel: Kernel,
  plane: Plane,
  { mask, limit, out }: { mask: number; limit: number; out: number },
): void {
  kernelsOf(kernel).outlierPlane(plane.address, mask, plane.nx * plane.ny, limit, out);
}
