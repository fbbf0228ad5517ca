import type { CheckResult } from "../../../checks/check.ts";
import type { Block } from "../layout/block.ts";
import { checkSection } from "./check.ts";
import type { Content } from "./content.ts";

/** A section for a check without measurements to show: explanation, criterion, and why there is no number. */
export function unmeasuredSection(content: Content, result: CheckResult): Block[] {
  return checkSection(content, result, []);
}
