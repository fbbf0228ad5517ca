import { B_FACTOR_LIMITS } from "../../checks/b-factor.ts";
import type { Reading } from "../../checks/check.ts";
import { formatBFactor, formatDecimal } from "../../core/format/numbers.ts";
import type { BFactorMeasurements } from "../../core/fourier/guinier.ts";

/** "Not sharpened: B = −563 ± 37 Å²; −300 to 0". VRS has no standard error, and calls a B that is not a number OK. */
export function bFactorDetail(measured: BFactorMeasurements, codes: readonly string[], reading: Reading): string {
  if (measured.bFactor === null) return "B is not a number, which VRS counts as OK";
  const cause = codes.map((code) => CAUSES[code]).find((words) => words !== undefined);
  const value = `B = ${bFactorText(measured, reading)}; ${RANGE}`;
  return cause ? `${cause}: ${value}` : value;
}

/** B with its standard error where the reading has one: "−563 ± 37 Å²". */
function bFactorText({ bFactor, bFactorStandardError: error }: BFactorMeasurements, reading: Reading): string {
  if (reading === "vrs" || error === null) return formatBFactor(bFactor);
  return `${formatDecimal(bFactor, 0)} ± ${formatBFactor(error)}`;
}

const RANGE = `${formatDecimal(B_FACTOR_LIMITS.lowest, 0)}\u00a0to\u00a0${B_FACTOR_LIMITS.highest}`;

const CAUSES: Readonly<Record<string, string>> = {
  "bFactor.notSharpened": "Not sharpened",
  "bFactor.overSharpened": "Over-sharpened",
};
