import type { CheckResult, Reading } from "../checks/check.ts";
import type { Score } from "./report.ts";

/**
 * Checks passed of checks judged, in one reading. Judged are `ok` and `warning`, passed is `ok`; what does not apply,
 * is informative or failed counts nowhere. The `vrs` reading leaves out checks that a method of our own measures in
 * VRS's place (`equivalent`). VRS's final sentence counts the same way.
 */
export function scoreChecks(checks: readonly CheckResult[], reading: Reading): Score {
  const judged = checks.filter((check) => isJudged(check, reading));
  return { passed: judged.filter((check) => check.status[reading] === "ok").length, evaluable: judged.length };
}

function isJudged(check: CheckResult, reading: Reading): boolean {
  if (reading === "vrs" && check.equivalent) return false;
  return check.status[reading] === "ok" || check.status[reading] === "warning";
}
