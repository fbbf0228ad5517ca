import { B_FACTOR } from "./b-factor.ts";
import { BACKGROUND } from "./background.ts";
import type { CheckDefinition, CheckResult } from "./check.ts";
import { HAND } from "./hand.ts";
import { LOCAL_B_FACTOR } from "./local-b-factor.ts";
import { LOCAL_OCCUPANCY } from "./local-occupancy.ts";
import { LOCAL_RESOLUTION } from "./local-resolution.ts";
import { MASK } from "./mask.ts";
import { MASS } from "./mass.ts";

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
  return notApplicable(definition, "The mask is empty: the contour level is above the map's maximum.");
}

/** The result of a check that has nothing to measure, in either reading. */
export function notApplicable(definition: CheckDefinition, reason: string): CheckResult {
  const status = { corrected: "notApplicable", vrs: "notApplicable" } as const;
  return { ...definition, status, warnings: { corrected: [], vrs: [] }, reason, measurements: {} };
}
