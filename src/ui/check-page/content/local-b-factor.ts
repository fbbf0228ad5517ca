import type { Reading } from "../../../checks/check.ts";
import { LOCAL_B_FACTOR_LIMITS } from "../../../checks/local-b-factor.ts";
import { formatBFactor, formatCount, formatDecimal, formatLength } from "../../../core/format/numbers.ts";
import type { LocalBFactorMeasurements } from "../../../core/local/local-b-factor.ts";
import { localBFactorPlot } from "../../../report/plots/local-b-factor.ts";
import { explanationOf } from "../../../report/text/explanations.ts";
import type { CheckContent, NumberTable } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.f. */
export function localBFactorContent(measurements: LocalBFactorMeasurements, reading: Reading): CheckContent {
  const { explanation, criterion } = explanationOf("localBFactor");
  return {
    explanation,
    tables: [percentileTable(measurements, reading)],
    plot: localBFactorPlot(measurements, reading),
    criterion: criterion[reading],
    difference:
      "VRS divides each band by its sum, which alone gives white noise a B-factor. The corrected reading takes that off, says which way the median is off, and needs a range of frequencies that its filters can tell apart.",
  };
}

function percentileTable(measurements: LocalBFactorMeasurements, reading: Reading): NumberTable {
  const { lowest, highest } = LOCAL_B_FACTOR_LIMITS;
  const { resized, whiteNoiseOffset } = measurements;
  const { p2_5, p25, p50, p75, p97_5 } = measurements[reading].percentiles;
  const inDecimals = (value: number | null) => formatBFactor(value, { decimals: 2 });
  const outside = p50 !== null && (p50 < lowest || p50 > highest);
  return valueTable("Local B-factors in the mask of the resized map", [
    valueRow("2.5 % percentile", "localBFactorPercentile", inDecimals(p2_5)),
    valueRow("25 % percentile", "localBFactorPercentile", inDecimals(p25)),
    judgedRow("Median", "localBFactorMedian", {
      text: inDecimals(p50),
      outside,
      limit: `${formatDecimal(lowest, 0)} to ${highest} Å²`,
    }),
    valueRow("75 % percentile", "localBFactorPercentile", inDecimals(p75)),
    valueRow("97.5 % percentile", "localBFactorPercentile", inDecimals(p97_5)),
    valueRow("White noise in VRS", "whiteNoiseOffset", inDecimals(whiteNoiseOffset)),
    valueRow("Resized box", "resizedBox", resized.box.join(" × ")),
    valueRow("Its voxel size", "resizedVoxelSize", formatLength(resized.voxelSize, { decimals: 3 })),
    valueRow("Voxels in its mask", "resizedMaskVoxels", formatCount(resized.maskVoxels)),
  ]);
}
