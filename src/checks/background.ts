import type { BackgroundMeasurements } from "../core/volume/background.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const BACKGROUND: CheckDefinition = { id: "0.c", key: "background", title: "Background analysis" };

/**
 * `vrs`: VRS, Level 0.c. `corrected`: the mean is judged by its size and by the number of independent voxels, the
 * outliers by their share (1 %, provisional), because the ratio to a Gaussian explodes for any real map.
 */
export const BACKGROUND_LIMITS = {
  p: 0.001,
  vrs: { outlierRatio: 20 },
  corrected: { effectiveVoxels: 10, meanOverStd: 0.05, outlierPercent: 1 },
} as const;

/** Is the background empty: zero mean, no structure beyond noise? A masked map has no background to judge. */
export function evaluateBackground(measurements: BackgroundMeasurements): CheckResult<BackgroundMeasurements> {
  const { masked } = measurements;
  const warnings = {
    corrected: masked ? [] : correctedWarnings(measurements),
    vrs: vrsWarnings(measurements),
  };
  const corrected = masked ? ("notApplicable" as const) : judged(warnings.corrected);
  const result = { ...BACKGROUND, status: { corrected, vrs: judged(warnings.vrs) }, warnings, measurements };
  return masked ? { ...result, reason: MASKED } : result;
}

const MASKED = "The map has been masked: most of its background holds one value.";
const NONZERO_MEAN: CheckWarning = {
  code: "background.mean",
  message: "The mean of the background differs from zero (p below 0.001).",
};

function vrsWarnings({ vrs }: BackgroundMeasurements): CheckWarning[] {
  const warnings: CheckWarning[] = [];
  if (vrs.p !== null && vrs.p < BACKGROUND_LIMITS.p) warnings.push(NONZERO_MEAN);
  if (vrs.outlierRatio > BACKGROUND_LIMITS.vrs.outlierRatio) {
    const message = "More than 20 times as many background voxels lie beyond 5 σ as in a Gaussian.";
    warnings.push({ code: "background.outliers", message });
  }
  return warnings;
}

function correctedWarnings({ corrected, mean, std }: BackgroundMeasurements): CheckWarning[] {
  const limits = BACKGROUND_LIMITS.corrected;
  const warnings: CheckWarning[] = [];
  const { effectiveVoxels, p } = corrected;
  const judgeable = effectiveVoxels !== null && effectiveVoxels >= limits.effectiveVoxels && p !== null;
  if (judgeable && p < BACKGROUND_LIMITS.p && Math.abs(mean) > limits.meanOverStd * std) warnings.push(NONZERO_MEAN);
  if (corrected.outlierPercent > limits.outlierPercent) {
    const message = `More than ${limits.outlierPercent} % of the background lies beyond 5 σ of its mean.`;
    warnings.push({ code: "background.outliers", message });
  }
  return warnings;
}
