import type { CheckResult } from "../../checks/check.ts";
import { checkSection } from "./check.ts";
import type { Piece, ReportSource } from "./piece.ts";

/** Section 2.5: local resolution over the mask. */
export function localResolutionSection(source: ReportSource, result: CheckResult): Piece[] {
  return checkSection(source, result);
}
