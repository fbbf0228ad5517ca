import type { CheckResult } from "../../checks/check.ts";
import { checkSection } from "./check.ts";
import type { Piece, ReportSource } from "./piece.ts";

/** Section 2.8: which hand the helices of the map have. */
export function handSection(source: ReportSource, result: CheckResult): Piece[] {
  return checkSection(source, result);
}
