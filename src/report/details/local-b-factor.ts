import type { Reading } from "../../checks/check.ts";
import { LOCAL_B_FACTOR_LIMITS } from "../../checks/local-b-factor.ts";
import { formatBFactor, formatDecimal } from "../../core/format/numbers.ts";
import type { LocalBFactorMeasurements } from "../../core/local/local-b-factor.ts";

/** "Not sharpened: median B = −358 Å²; −300 to 0". */
export function localBFactorDetail(
  measured: LocalBFactorMeasurements,
  codes: readonly string[],
  reading: Reading,
): string {
  const { p50 } = measured[reading].percentiles;
  if (p50 === null) return "The median is not a number";
  const cause = codes.map((code) => CAUSES[code]).find((words) => words !== undefined);
  const value = `median B = ${formatBFactor(p50)}; ${RANGE}`;
  return cause ? `${cause}: ${value}` : `M${value.slice(1)}`;
}

const RANGE = `${formatDecimal(LOCAL_B_FACTOR_LIMITS.lowest, 0)}\u00a0to\u00a0${LOCAL_B_FACTOR_LIMITS.highest}`;

const CAUSES: Readonly<Record<string, string>> = {
  "localBFactor.homogeneous": "The same everywhere",
  "localBFactor.notSharpened": "Not sharpened",
  "localBFactor.overSharpened": "Over-sharpened",
};
