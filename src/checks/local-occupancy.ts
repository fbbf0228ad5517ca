import type { LocalOccupancyMeasurements } from "../core/local/local-occupancy.ts";
import { spreadOf } from "../core/volume/distribution.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";
import { LOCAL_B_FACTOR_LIMITS, type LocalContext, NOT_CUBIC } from "./local-b-factor.ts";

export const LOCAL_OCCUPANCY: CheckDefinition = { id: "0.g", key: "localOccupancy", title: "Local occupancy" };

/** VRS, Level 0.g. */
export const LOCAL_OCCUPANCY_LIMITS = { spread: 0.1, median: 0.5 } as const;

/**
 * Is the density full everywhere? The corrected reading only informs: three quarters of the mask reach the lower quartile at
 * every frequency by construction, so the median cannot fall below one half whatever the map.
 */
export function evaluateLocalOccupancy(
  measurements: LocalOccupancyMeasurements,
  { anisotropy }: Pick<LocalContext, "anisotropy">,
): CheckResult<LocalOccupancyMeasurements> {
  const warnings = { corrected: [], vrs: vrs(measurements) };
  const skewed = anisotropy > LOCAL_B_FACTOR_LIMITS.anisotropy;
  const corrected = skewed ? ("notApplicable" as const) : ("informative" as const);
  const result = { ...LOCAL_OCCUPANCY, status: { corrected, vrs: judged(warnings.vrs) }, warnings, measurements };
  return skewed ? { ...result, reason: NOT_CUBIC } : result;
}

function vrs({ percentiles }: LocalOccupancyMeasurements): CheckWarning[] {
  const warnings: CheckWarning[] = [];
  const median = percentiles.p50;
  if (median !== null && spreadOf(percentiles) < LOCAL_OCCUPANCY_LIMITS.spread) {
    warnings.push({ code: "localOccupancy.homogeneous", message: "The local occupancy is the same everywhere." });
  }
  if (median !== null && median < LOCAL_OCCUPANCY_LIMITS.median) {
    const message = `The median of the local occupancy is below ${100 * LOCAL_OCCUPANCY_LIMITS.median} %.`;
    warnings.push({ code: "localOccupancy.low", message });
  }
  return warnings;
}
