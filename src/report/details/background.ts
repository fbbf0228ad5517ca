import { BACKGROUND_LIMITS } from "../../checks/background.ts";
import type { Reading } from "../../checks/check.ts";
import { formatDecimal, formatP, formatPercent } from "../../core/format/numbers.ts";
import type { BackgroundMeasurements } from "../../core/volume/background.ts";

/** "Mean 0.09 σ from zero (p < 0.001); at most 0.05 σ": each number that warns with its limit, or all numbers in order. */
export function backgroundDetail(measured: BackgroundMeasurements, codes: readonly string[], reading: Reading): string {
  const warnings = codes.map((code) => warningText(measured, code, reading));
  if (warnings.length > 0) return warnings.join("; ");
  return `${meanText(measured, reading)}; ${outlierText(measured, reading)}`;
}

/** Distance of the background's mean from zero in its own standard deviations; 0 for a constant background of 0. */
export function meanInDeviations({ mean, std }: BackgroundMeasurements): number {
  return mean === 0 ? 0 : Math.abs(mean) / std;
}

function warningText(measured: BackgroundMeasurements, code: string, reading: Reading): string {
  const text = code === "background.mean" ? meanText(measured, reading) : outlierText(measured, reading);
  return `${text}${limit(code, reading)}`;
}

function limit(code: string, reading: Reading): string {
  const { vrs, corrected } = BACKGROUND_LIMITS;
  if (code === "background.mean") return reading === "vrs" ? "" : `, at most ${corrected.meanOverStd} σ`;
  return reading === "vrs" ? `, at most ${vrs.outlierRatio} times` : `, at most ${corrected.outlierPercent} %`;
}

function meanText(measured: BackgroundMeasurements, reading: Reading): string {
  const { t, p } = measured[reading];
  if (reading === "vrs")
    return t === null ? "t is not a number" : `t = ${formatDecimal(t, 2)}, p ${equals(formatP(p))}`;
  return `Mean ${formatDecimal(meanInDeviations(measured), 2)} σ from zero`;
}

function outlierText(measured: BackgroundMeasurements, reading: Reading): string {
  const { outlierPercent, outlierRatio } = measured[reading];
  if (reading === "vrs") return `${formatDecimal(outlierRatio, 0)} times a Gaussian’s outliers`;
  return `${formatPercent(outlierPercent)} beyond 5 σ`;
}

function equals(figures: string): string {
  return figures.startsWith("<") ? figures : `= ${figures}`;
}
