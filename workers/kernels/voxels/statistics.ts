import type { MapStatistics } from "../../../src/core/volume/statistics.ts";
import type { Kernel } from "../kernel.ts";
import type { Plane } from "./plane.ts";

interface StatisticsKernels {
  planeStatistics(plane: number, count: number, out: number): void;
  planeDeviation(plane: number, count: number, mean: number): number;
  accumulatePlane(plane: number, count: number, accumulator: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as StatisticsKernels;

/** Float64 words that {@link planeStatistics} writes. */
export const STATISTICS_WORDS = 5;

/**
 * Minimum, maximum and sum of a plane's finite values, the number of its other values (NaN, infinite) and the index of
 * the first of those, −1 where there are none: {@link STATISTICS_WORDS} float64 at `out` (8-byte aligned), overwritten.
 * Four lanes are summed in float64 and joined in one order.
 */
export function planeStatistics(kernel: Kernel, plane: Plane, out: number): void {
  kernelsOf(kernel).planeStatistics(plane.address, plane.nx * plane.ny, out);
}

/** Σ(v − mean)² of a plane, float64. */
export function planeDeviation(kernel: Kernel, plane: Plane, mean: number): number {
  return kernelsOf(kernel).planeDeviation(plane.address, plane.nx * plane.ny, mean);
}

/**
 * Adds a plane, voxel by voxel, to nx·ny float64 at `accumulator` (8-byte aligned), in place: the projection along z.
 * The sum depends on the order of the planes: one worker adds all planes of a range of rows, z = 0 first.
 */
export function accumulatePlane(kernel: Kernel, plane: Plane, accumulator: number): void {
  kernelsOf(kernel).accumulatePlane(plane.address, plane.nx * plane.ny, accumulator);
}

/** A first pass over a map. Extremes and sum are of the finite values: ∞, −∞ and 0 where there are none. */
export interface FirstPass {
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  /** Values that are NaN or infinite. */
  readonly nonFinite: number;
  /** Index in the map of the first of those, −1 where there are none. */
  readonly firstNonFinite: number;
}

/** The planes' words, z = 0 first, as one distribution; the sums are added in z order. */
export function combineStatistics(planes: Float64Array, planeVoxels: number): FirstPass {
  let [min, max, sum, nonFinite, firstNonFinite] = [Infinity, -Infinity, 0, 0, -1];
  for (let z = 0, at = 0; at < planes.length; z++, at += STATISTICS_WORDS) {
    min = Math.min(min, planes[at]!);
    max = Math.max(max, planes[at + 1]!);
    sum += planes[at + 2]!;
    if (nonFinite === 0 && planes[at + 3]! > 0) firstNonFinite = z * planeVoxels + planes[at + 4]!;
    nonFinite += planes[at + 3]!;
  }
  return { min, max, sum, nonFinite, firstNonFinite };
}

/** Statistics of a finite map of `voxels` values from its first pass and its planes' deviations, z = 0 first. */
export function mapStatistics(first: FirstPass, deviations: Float64Array, voxels: number): MapStatistics {
  const squared = deviations.reduce((total, d) => total + d, 0);
  return { min: first.min, max: first.max, mean: first.sum / voxels, std: Math.sqrt(squared / voxels) };
}
