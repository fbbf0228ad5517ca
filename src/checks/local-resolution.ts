import { formatLength } from "../core/format/numbers.ts";
import { type LocalResolutionMeasurements, REPORTED_RANGE } from "../core/local-resolution/local-resolution.ts";
import { spreadOf } from "../core/volume/distribution.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const LOCAL_RESOLUTION: CheckDefinition = { id: "0.e", key: "localResolution", title: "Local resolution" };

/**
 * `percent` and `spread` (Å): VRS, Level 0.e. `margin`: Å that the corrected reading allows for the error of the method;
 * more than twice what simulated maps need, sharpened or not (docs/local-resolution.md).
 */
export const LOCAL_RESOLUTION_LIMITS = { percent: 0.1, spread: 0.01, margin: 2 } as const;

/** Why a reported resolution is outside what the method was made for; `null` where it is inside. */
export function outsideRange(resolution: number | null): string | null {
  const { least, most } = REPORTED_RANGE;
  if (resolution === null) return "No resolution is reported.";
  if (resolution < least) return `The reported resolution is better than ${least} Å.`;
  return resolution > most ? `The reported resolution is worse than ${most} Å.` : null;
}

/**
 * Does any part of the map reach the reported resolution? Measured by a method of our own in the place of VRS's DeepRes, so
 * the result is `equivalent`. The corrected reading warns only beyond what the method's error can explain.
 */
export function evaluateLocalResolution(
  measurements: LocalResolutionMeasurements,
  reported: number,
): CheckResult<LocalResolutionMeasurements> {
  const warnings = { corrected: corrected(measurements, reported), vrs: vrs(measurements, reported) };
  const status = { corrected: judged(warnings.corrected), vrs: judged(warnings.vrs) };
  return { ...LOCAL_RESOLUTION, status, warnings, equivalent: true, measurements };
}

function corrected({ percentiles }: LocalResolutionMeasurements, reported: number): CheckWarning[] {
  const { p2_5 } = percentiles;
  if (p2_5 === null || p2_5 - LOCAL_RESOLUTION_LIMITS.margin <= reported) return [];
  const message = `Even the finest 2.5 % of the mask look like ${formatLength(p2_5, { decimals: 1 })}, far from the ${formatLength(reported)} that are reported.`;
  return [{ code: "localResolution.reportedTooHigh", message }];
}

function vrs({ percentiles, reportedPercentile }: LocalResolutionMeasurements, reported: number): CheckWarning[] {
  const warnings: CheckWarning[] = [];
  const { percent, spread } = LOCAL_RESOLUTION_LIMITS;
  if (spreadOf(percentiles) < spread) {
    warnings.push({ code: "localResolution.homogeneous", message: "The local resolution is the same everywhere." });
  }
  if (reportedPercentile < percent) {
    const message = `Less than ${percent} % of the mask is finer than the reported ${formatLength(reported)}.`;
    warnings.push({ code: "localResolution.reportedTooHigh", message });
  }
  return warnings;
}
