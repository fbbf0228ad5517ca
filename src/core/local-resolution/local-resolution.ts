import { exp } from "../math/elementary.ts";
import { type Percentiles, percentilesOf, type ValueHistogram, valueHistogram } from "../volume/distribution.ts";

/** Estimates are kept within these, Å; the least one is also twice the voxel size. */
const ESTIMATE_RANGE = { least: 2.2, most: 13 } as const;

/** Reported resolutions that the method was made for, Å. */
export const REPORTED_RANGE = { least: 2, most: 13 } as const;

/** Whether the method was made for a reported resolution, Å. */
export function isInRange(resolution: number | null): boolean {
  return resolution !== null && resolution >= REPORTED_RANGE.least && resolution <= REPORTED_RANGE.most;
}

/** How far estimates lie from the truth on simulated maps that the method has not seen, Å. */
export interface MethodAccuracy {
  readonly maps: number;
  /** Mean absolute error of a point. */
  readonly meanError: number;
  /** Mean absolute error of each percentile of a map. */
  readonly percentileErrors: Percentiles;
}

/** Which method gave the numbers. */
export interface MethodFacts {
  readonly name: string;
  readonly version: string;
  /** Whether the noise outside the mask was used; a masked map has none. */
  readonly background: "used" | "none";
  readonly accuracy: MethodAccuracy;
}

/** Check 0.e. Å, over the points of the mask. */
export interface LocalResolutionMeasurements {
  readonly method: MethodFacts;
  readonly percentiles: Percentiles;
  /** Percent of the points that are finer than the reported resolution. */
  readonly reportedPercentile: number;
  /** Points of the mask, about 2 Å apart. */
  readonly points: number;
  readonly histogram: ValueHistogram;
}

/** An estimate from what the network gives, ln of Å, for voxels of `voxelSize` Å; Å. */
export function resolutionOf(logarithm: number, voxelSize: number): number {
  const least = Math.max(ESTIMATE_RANGE.least, 2 * voxelSize);
  return Math.min(Math.max(ESTIMATE_RANGE.most, least), Math.max(least, exp(logarithm)));
}

/** The distribution of estimates, read only, and where the reported resolution (Å) lies in it. */
export function measureLocalResolution(
  values: Float32Array,
  { method, reported }: { method: MethodFacts; reported: number },
): LocalResolutionMeasurements {
  const sorted = values.slice().sort();
  const finer = sorted.findIndex((value) => value >= reported);
  return {
    method,
    percentiles: percentilesOf(sorted),
    reportedPercentile: (100 * (finer < 0 ? sorted.length : finer)) / sorted.length,
    points: sorted.length,
    histogram: valueHistogram(sorted),
  };
}
