import type { HandMeasurements } from "../core/hand/hand.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged, type Verdict } from "./check.ts";

export const HAND: CheckDefinition = { id: "0.h", key: "hand", title: "Hand" };

/**
 * Å, and VRS's limits of the score (Level 0.h). The corrected reading asks for enough evidence instead: an undetermined hand
 * is no fault of the map.
 */
export const HAND_LIMITS = { resolution: 5, flipped: 0.5, uncertain: 0.4 } as const;

export const NO_RESOLUTION = "No resolution is reported.";
export const TOO_COARSE = `Needs ${HAND_LIMITS.resolution} Å or better: at lower resolution helices have no hand.`;
export const TOO_COARSE_VOXELS = "The voxels are too coarse to hold the turns of a helix (2.4 Å or finer are needed).";

/** Is the map of the hand of nature? A method of our own in the place of Deep Hand; `evidence.reason` says why it abstains. */
export function evaluateHand(measurements: HandMeasurements): CheckResult<HandMeasurements> {
  const { score, evidence } = measurements;
  const determined = evidence.outcome !== "undetermined";
  const warnings = { corrected: determined ? flipped(score) : [], vrs: vrs(score) };
  const corrected: Verdict = determined ? judged(warnings.corrected) : "informative";
  const status = { corrected, vrs: score === null ? ("informative" as const) : judged(warnings.vrs) };
  return { ...HAND, status, warnings, equivalent: true, measurements };
}

function vrs(score: number | null): CheckWarning[] {
  if (score === null || score <= HAND_LIMITS.uncertain) return [];
  if (score > HAND_LIMITS.flipped) return flipped(score);
  return [{ code: "hand.uncertain", message: "The orientation of the volume is uncertain." }];
}

function flipped(score: number | null): CheckWarning[] {
  if (score === null || score <= HAND_LIMITS.flipped) return [];
  const message = "Mirrored: its helices are left-handed. Flip one axis and validate again.";
  return [{ code: "hand.flipped", message }];
}
