import { B_FACTOR } from "./b-factor.ts";
import { BACKGROUND } from "./background.ts";
import type { CheckDefinition, CheckResult } from "./check.ts";
import { MASK } from "./mask.ts";
import { MASS } from "./mass.ts";

const LOCAL_RESOLUTION: CheckDefinition = { id: "0.e", key: "localResolution", title: "Local resolution" };
const LOCAL_B_FACTOR: CheckDefinition = { id: "0.f", key: "localBFactor", title: "Local B-factor" };
const LOCAL_OCCUPANCY: CheckDefinition = { id: "0.g", key: "localOccupancy", title: "Local occupancy" };
const HAND: CheckDefinition = { id: "0.h", key: "hand", title: "Hand" };

/** The checks of Level 0 in the order of the report. */
export const CHECKS: readonly CheckDefinition[] = [
  MASS,
  MASK,
  BACKGROUND,
  B_FACTOR,
  LOCAL_RESOLUTION,
  LOCAL_B_FACTOR,
  LOCAL_OCCUPANCY,
  HAND,
];

/** The result of a check that could not be measured; it is listed and counted nowhere. */
export function failedCheck(definition: CheckDefinition, reason: string): CheckResult {
  const status = { corrected: "failed", vrs: "failed" } as const;
  return { ...definition, status, warnings: { corrected: [], vrs: [] }, reason, measurements: {} };
}

/** The result of any check but the first when the hard mask is empty. */
export function withoutMask(definition: CheckDefinition): CheckResult {
  const status = { corrected: "notApplicable", vrs: "notApplicable" } as const;
  const reason = "The mask is empty: the contour level is above the map's maximum.";
  return { ...definition, status, warnings: { corrected: [], vrs: [] }, reason, measurements: {} };
}

/** Checks of VRS that this version lists without measuring. */
export const NOT_YET: readonly CheckDefinition[] = [LOCAL_RESOLUTION, LOCAL_B_FACTOR, LOCAL_OCCUPANCY, HAND];
