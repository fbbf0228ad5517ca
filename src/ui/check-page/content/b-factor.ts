import { B_FACTOR_LIMITS } from "../../../checks/b-factor.ts";
import type { Reading } from "../../../checks/check.ts";
import { formatBFactor, formatCount, formatDecimal, formatQuantity } from "../../../core/format/numbers.ts";
import type { BFactorMeasurements } from "../../../core/fourier/guinier.ts";
import { guinierPlot } from "../../../report/plots/guinier.ts";
import type { Parameters } from "../../state/parameters.ts";
import type { CheckContent, NumberTable } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.d. */
export function bFactorContent(
  measurements: BFactorMeasurements,
  { reading, parameters }: { reading: Reading; parameters: Parameters },
): CheckContent {
  const { lowest, highest, resolution, fitPoints } = B_FACTOR_LIMITS;
  return {
    explanation:
      "The Guinier plot shows how the mean amplitude falls with resolution. Its slope between 15 Å and the reported resolution, times four, is the B-factor: negative where amplitudes decay, near zero where the map has been sharpened well, positive where it has been sharpened too much.",
    tables: [fitTable(measurements, reading)],
    plot: guinierPlot(measurements.guinier, parameters.resolution, {
      standardError: measurements.bFactorStandardError,
    }),
    criterion: `B from ${formatDecimal(lowest, 0)} to ${highest} Å². VRS, Level 0.d.${reading === "corrected" ? ` Judged at ${resolution} Å or better with at least ${fitPoints} points.` : ""}`,
    difference: `VRS counts a B that is not a number as OK, and fits a line to as few as two points. The corrected reading needs ${resolution} Å or better and ${fitPoints} points, and says which way B is off.`,
  };
}

function fitTable(measurements: BFactorMeasurements, reading: Reading): NumberTable {
  const { bFactor, bFactorStandardError, slope, intercept, fitPoints } = measurements;
  const outside = bFactor !== null && (bFactor < B_FACTOR_LIMITS.lowest || bFactor > B_FACTOR_LIMITS.highest);
  return valueTable("The fitted line", [
    judgedRow("B-factor", "bFactor", {
      text: formatBFactor(bFactor, { decimals: 2 }),
      outside,
      limit: `${formatDecimal(B_FACTOR_LIMITS.lowest, 0)} to ${B_FACTOR_LIMITS.highest} Å²`,
    }),
    ...(reading === "corrected"
      ? [valueRow("Its standard error", "bFactorStandardError", formatBFactor(bFactorStandardError, { decimals: 2 }))]
      : []),
    valueRow("Slope", "slope", formatQuantity(slope, "Å²", { decimals: 2 })),
    valueRow("Intercept", "intercept", formatDecimal(intercept, 3)),
    valueRow("Points in the fit", "fitPoints", formatCount(fitPoints)),
  ]);
}
