import { BACKGROUND_LIMITS } from "../../../checks/background.ts";
import type { Reading } from "../../../checks/check.ts";
import { formatCount, formatDecimal, formatLevel, formatP, formatPercent } from "../../../core/format/numbers.ts";
import type { BackgroundMeasurements } from "../../../core/volume/background.ts";
import { meanInDeviations } from "../../../report/details/background.ts";
import type { CheckContent, NumberTable, TableRow } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.c. */
export function backgroundContent(measurements: BackgroundMeasurements, reading: Reading): CheckContent {
  const { corrected, vrs } = BACKGROUND_LIMITS;
  return {
    explanation:
      "Every voxel outside the hard mask is background. Where nothing is, the map should hold noise around zero; a mean away from zero or many voxels beyond five standard deviations tell of a mask, of a wrong level or of density that the mask misses.",
    tables: [backgroundTable(measurements, reading)],
    plot: null,
    criterion:
      reading === "vrs"
        ? `p of the mean at least ${BACKGROUND_LIMITS.p}; at most ${vrs.outlierRatio} times as many voxels beyond 5 σ as in a Gaussian. VRS, Level 0.c.`
        : `A mean within ${corrected.meanOverStd} σ of zero, where p is below ${BACKGROUND_LIMITS.p}; at most ${corrected.outlierPercent} % of the voxels beyond 5 σ of the mean. A masked map is not judged.`,
    difference:
      "VRS treats all voxels as independent, so that its test of the mean rejects nearly any map, and compares the outliers with a Gaussian, of which even good maps have thousands of times as many. The corrected reading counts independent voxels, judges the size of the mean and the share of outliers, and does not judge a masked map.",
  };
}

function backgroundTable(measurements: BackgroundMeasurements, reading: Reading): NumberTable {
  return valueTable("Outside the mask", [
    valueRow("Voxels", "backgroundVoxels", formatCount(measurements.voxels)),
    valueRow("Mean", "backgroundMean", formatLevel(measurements.mean)),
    valueRow("Standard deviation", "backgroundStd", formatLevel(measurements.std)),
    valueRow(
      "Share that holds one value exactly",
      "constantFraction",
      formatPercent(100 * measurements.constantFraction),
    ),
    ...(reading === "vrs" ? vrsRows(measurements) : correctedRows(measurements)),
  ]);
}

function vrsRows({ vrs }: BackgroundMeasurements): TableRow[] {
  const limit = BACKGROUND_LIMITS.vrs.outlierRatio;
  return [
    valueRow("t of the mean", "backgroundT", formatDecimal(vrs.t, 2)),
    judgedRow("p", "backgroundP", {
      text: formatP(vrs.p),
      outside: vrs.p !== null && vrs.p < BACKGROUND_LIMITS.p,
      limit: `at least ${BACKGROUND_LIMITS.p}`,
    }),
    valueRow("Beyond 5 σ of zero", "outlierPercent", formatPercent(vrs.outlierPercent, { decimals: 2 })),
    judgedRow("Times as many as in a Gaussian", "outlierRatio", {
      text: formatDecimal(vrs.outlierRatio, 2),
      outside: vrs.outlierRatio > limit,
      limit: `at most ${limit}`,
    }),
  ];
}

function correctedRows(measurements: BackgroundMeasurements): TableRow[] {
  const { corrected, masked } = measurements;
  const limits = BACKGROUND_LIMITS.corrected;
  const mean = meanInDeviations(measurements);
  const significant = corrected.p !== null && corrected.p < BACKGROUND_LIMITS.p;
  return [
    valueRow("Independent voxels", "effectiveVoxels", formatCount(corrected.effectiveVoxels)),
    valueRow("p of the mean", "backgroundP", formatP(corrected.p)),
    judgedRow("Mean from zero, in σ", "meanInDeviations", {
      text: formatDecimal(mean, 3),
      outside: !masked && significant && mean > limits.meanOverStd,
      limit: `at most ${limits.meanOverStd}`,
    }),
    judgedRow("Beyond 5 σ of the mean", "outlierPercent", {
      text: formatPercent(corrected.outlierPercent, { decimals: 2 }),
      outside: !masked && corrected.outlierPercent > limits.outlierPercent,
      limit: `at most ${limits.outlierPercent} %`,
    }),
  ];
}
