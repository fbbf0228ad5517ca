import { type Percentiles, percentilesOf, type ValueHistogram, valueHistogram } from "../volume/distribution.ts";
import type { ResizedMap } from "./local-b-factor.ts";

/** Check 0.g. Share of the frequencies at which a voxel's amplitude is not among the mask's lowest quarter, 0…1. */
export interface LocalOccupancyMeasurements {
  readonly resized: ResizedMap;
  readonly frequencies: number;
  readonly percentiles: Percentiles;
  readonly histogram: ValueHistogram;
}

/** What the filters yield for check 0.g. */
export interface LocalOccupancyFacts {
  readonly resized: ResizedMap;
  readonly frequencies: number;
  /** Voxels of the mask that stand out at 0, 1, … all frequencies. */
  readonly voxelsByCount: readonly number[];
}

/** Occupancies as VRS stores them: float32 shares of the frequencies. */
export function measureLocalOccupancy(facts: LocalOccupancyFacts): LocalOccupancyMeasurements {
  const { resized, frequencies, voxelsByCount } = facts;
  const sorted = new Float32Array(voxelsByCount.reduce((sum, voxels) => sum + voxels, 0));
  let at = 0;
  voxelsByCount.forEach((voxels, count) => {
    sorted.fill(count / frequencies, at, at + voxels);
    at += voxels;
  });
  return { resized, frequencies, percentiles: percentilesOf(sorted), histogram: valueHistogram(sorted) };
}
