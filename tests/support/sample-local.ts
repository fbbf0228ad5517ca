import type { LocalBFactorMeasurements } from "../../src/core/local/local-b-factor.ts";
import type { LocalOccupancyMeasurements } from "../../src/core/local/local-occupancy.ts";
import type { LocalResolutionMeasurements } from "../../src/core/local-resolution/local-resolution.ts";
import type { Percentiles, ValueHistogram } from "../../src/core/volume/distribution.ts";

const RESIZED = { box: [60, 60, 60], voxelSize: 2, maskVoxels: 25000 } as const;

function around(median: number, spread: number): Percentiles {
  const at = (share: number) => median + share * spread;
  return { p2_5: at(-0.5), p25: at(-0.2), p50: median, p75: at(0.2), p97_5: at(0.5) };
}

/** 25 bins around a value, fullest in the middle. */
function histogramAround(median: number, width: number): ValueHistogram {
  return {
    edges: Array.from({ length: 26 }, (_, i) => median + (i / 25 - 0.5) * width),
    counts: Array.from({ length: 25 }, (_, i) => 1000 - 6 * (i - 12) ** 2),
  };
}

/** 0.f with this VRS median and white-noise offset, Å². */
export function localBFactorOf({
  median,
  offset,
  spread = 200,
}: {
  median: number;
  offset: number;
  spread?: number;
}): LocalBFactorMeasurements {
  return {
    resized: RESIZED,
    whiteNoiseOffset: offset,
    corrected: { percentiles: around(median - offset, spread) },
    vrs: { percentiles: around(median, spread) },
    histogram: histogramAround(median, 2 * spread),
  };
}

/** 0.g with this median and spread, shares of one. */
export function localOccupancyOf({ median, spread }: { median: number; spread: number }): LocalOccupancyMeasurements {
  return { resized: RESIZED, frequencies: 7, percentiles: around(median, spread), histogram: histogramAround(0.5, 1) };
}

/** 0.e whose finest percentile (Å), spread (Å) and share below the reported resolution (%) are these. */
export function localResolutionOf({
  finest,
  spread,
  reportedPercentile,
}: {
  finest: number;
  spread: number;
  reportedPercentile: number;
}): LocalResolutionMeasurements {
  const median = finest + spread / 2;
  const errors: Percentiles = { p2_5: 0.3, p25: 0.3, p50: 0.4, p75: 0.7, p97_5: 1.1 };
  const accuracy = { maps: 200, meanError: 0.6, percentileErrors: errors };
  return {
    method: { name: "MapAssay band energies", version: "1", background: "used", accuracy },
    percentiles: around(median, spread),
    reportedPercentile,
    points: 21000,
    histogram: histogramAround(median, 1.2 * spread),
  };
}
