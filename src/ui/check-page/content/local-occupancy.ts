import type { Reading } from "../../../checks/check.ts";
import { LOCAL_OCCUPANCY_LIMITS } from "../../../checks/local-occupancy.ts";
import { formatCount, formatPercent } from "../../../core/format/numbers.ts";
import type { LocalOccupancyMeasurements } from "../../../core/local/local-occupancy.ts";
import { localOccupancyPlot } from "../../../report/plots/local-occupancy.ts";
import { explanationOf } from "../../../report/text/explanations.ts";
import type { CheckContent, NumberTable } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.g. */
export function localOccupancyContent(measurements: LocalOccupancyMeasurements, reading: Reading): CheckContent {
  const { explanation, criterion } = explanationOf("localOccupancy");
  return {
    explanation,
    tables: [percentileTable(measurements, reading)],
    plot: localOccupancyPlot(measurements),
    criterion: criterion[reading],
    difference:
      "VRS judges the median, which cannot fail: each frequency leaves out a quarter of the mask by construction. The corrected reading shows the values without a verdict.",
  };
}

function percentileTable(measurements: LocalOccupancyMeasurements, reading: Reading): NumberTable {
  const { frequencies, percentiles, resized } = measurements;
  const percent = (value: number | null) => formatPercent(value === null ? null : 100 * value, { decimals: 2 });
  const low = percentiles.p50 !== null && percentiles.p50 < LOCAL_OCCUPANCY_LIMITS.median;
  return valueTable("Local occupancies in the mask of the resized map", [
    valueRow("2.5 % percentile", "localOccupancyPercentile", percent(percentiles.p2_5)),
    valueRow("25 % percentile", "localOccupancyPercentile", percent(percentiles.p25)),
    judgedRow("Median", "localOccupancyMedian", {
      text: percent(percentiles.p50),
      outside: reading === "vrs" && low,
      limit: reading === "vrs" ? `at least ${100 * LOCAL_OCCUPANCY_LIMITS.median} %` : "",
    }),
    valueRow("75 % percentile", "localOccupancyPercentile", percent(percentiles.p75)),
    valueRow("97.5 % percentile", "localOccupancyPercentile", percent(percentiles.p97_5)),
    valueRow("Frequencies", "localOccupancyFrequencies", formatCount(frequencies)),
    valueRow("Voxels in its mask", "resizedMaskVoxels", formatCount(resized.maskVoxels)),
  ]);
}
