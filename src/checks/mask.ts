import type { MaskMeasurements } from "../core/volume/components.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const MASK: CheckDefinition = { id: "0.b", key: "mask", title: "Mask analysis" };

/** VRS, Level 0.b. The corrected reading lets 1.5 voxels remain where that is more than 5 Å³. */
export const MASK_LIMITS = { componentsTo95: 5, remainingVolume: 5, remainingVoxels: 1.5, overlap: 0.75 } as const;

/** Does the contour level give one molecule? @param voxelVolume Å³ */
export function evaluateMask(measurements: MaskMeasurements, voxelVolume: number): CheckResult<MaskMeasurements> {
  const room = Math.max(MASK_LIMITS.remainingVolume, MASK_LIMITS.remainingVoxels * voxelVolume);
  const warnings = {
    corrected: warningsOf(measurements, measurements.corrected.remainingMeanVolume, room),
    vrs: warningsOf(measurements, measurements.vrs.remainingMeanVolume, MASK_LIMITS.remainingVolume),
  };
  const status = { corrected: judged(warnings.corrected), vrs: judged(warnings.vrs) };
  return { ...MASK, status, warnings, measurements };
}

function warningsOf(m: MaskMeasurements, remainingVolume: number | null, room: number): CheckWarning[] {
  const warnings: CheckWarning[] = [];
  if (m.componentsTo95 > MASK_LIMITS.componentsTo95) {
    const message = `${m.componentsTo95} components are needed for 95 % of the mass; at most ${MASK_LIMITS.componentsTo95}.`;
    warnings.push({ code: "mask.components", message });
  }
  if (remainingVolume !== null && remainingVolume > room) {
    const message = "The components beyond 95 % of the mass are too large on average to be noise.";
    warnings.push({ code: "mask.remainingVolume", message });
  }
  if (m.constructed.overlap < MASK_LIMITS.overlap) {
    const message = "The mask of the largest component covers less than 75 % of what lies above the contour level.";
    warnings.push({ code: "mask.overlap", message });
  }
  return warnings;
}
