import type { CheckKey, CheckResult, Reading, Verdict } from "../checks/check.ts";
import { formatPercent } from "../core/format/numbers.ts";
import { bFactorDetail } from "./details/b-factor.ts";
import { backgroundDetail } from "./details/background.ts";
import { handDetail } from "./details/hand.ts";
import { localBFactorDetail } from "./details/local-b-factor.ts";
import { localOccupancyDetail } from "./details/local-occupancy.ts";
import { localResolutionDetail } from "./details/local-resolution.ts";
import { maskDetail } from "./details/mask.ts";
import { massDetail } from "./details/mass.ts";
import { measured } from "./measured.ts";
import type { Report, Score } from "./report.ts";
import { sayNumber, startSentence } from "./text/words.ts";

const TITLES: Readonly<Record<CheckKey, string>> = {
  mass: "Mass and centring",
  mask: "Mask",
  background: "Background",
  bFactor: "B-factor",
  localResolution: "Local resolution",
  localBFactor: "Local B-factor",
  localOccupancy: "Local occupancy",
  hand: "Hand",
};

const VERDICTS: Readonly<Record<Verdict, string>> = {
  ok: "OK",
  warning: "Warning",
  notApplicable: "Does not apply",
  informative: "For information",
  failed: "Could not be measured",
};

/** A check's name in lists and headings. */
export function checkTitle(key: CheckKey): string {
  return TITLES[key];
}

/** A verdict's name, in the only words that the report has for it. */
export function verdictName(verdict: Verdict): string {
  return VERDICTS[verdict];
}

/** A verdict in the words of the report: "OK", "1 warning", "3 warnings", "Does not apply" … */
export function verdictWords(result: CheckResult, reading: Reading): string {
  const verdict = result.status[reading];
  if (verdict !== "warning") return verdictName(verdict);
  const count = result.warnings[reading].length;
  return count === 1 ? "1 warning" : `${count} warnings`;
}

/** "1 of 5": checks passed of checks judged. */
export function scoreText(score: Score): string {
  return `${score.passed} of ${score.evaluable}`;
}

/** What the checks found, without a full stop: "One of five judged checks passes". */
export function findingSentence(report: Report, reading: Reading): string {
  const { passed, evaluable } = report.score[reading];
  if (evaluable === 0) return "No check could be judged";
  if (evaluable === 1) return passed === 1 ? "The one judged check passes" : "The one judged check does not pass";
  const all = `${sayNumber(evaluable)} judged checks`;
  if (passed === 0) return `None of ${all} passes`;
  if (passed === evaluable) return evaluable === 2 ? "Both judged checks pass" : `All ${all} pass`;
  return `${startSentence(sayNumber(passed))} of ${all} ${passed === 1 ? "passes" : "pass"}`;
}

/** What became of the checks that were not judged: "Two do not apply to this map and one is for information only."; may be empty. */
export function unjudgedSentence(report: Report, reading: Reading): string {
  const count = (verdict: Verdict) => report.checks.filter((result) => result.status[reading] === verdict).length;
  const parts = [
    clause(count("notApplicable"), "does not apply to this map", "do not apply to this map"),
    clause(count("informative"), "is for information only", "are for information only"),
    clause(count("failed"), "could not be measured", "could not be measured"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${startSentence(listed(parts))}.`;
}

/**
 * One line about a check, without a full stop: the number that decides, then its limit, or why there is none. In the
 * VRS reading a check of our own says that it is one and is not counted.
 */
export function checkDetail(result: CheckResult, reading: Reading): string {
  const detail = ownDetail(result, reading);
  if (reading !== "vrs" || !result.equivalent) return detail;
  return [detail, OWN_METHOD].filter((part) => part !== "").join("; ");
}

const OWN_METHOD = "own method in VRS’s place, not counted";

function ownDetail(result: CheckResult, reading: Reading): string {
  const verdict = result.status[reading];
  if (verdict === "notApplicable" || verdict === "failed") return whyUnjudged(result);
  const codes = result.warnings[reading].map((warning) => warning.code);
  const mass = measured(result, "mass");
  if (mass) return massDetail(mass, codes, reading);
  const mask = measured(result, "mask");
  if (mask) return maskDetail(mask, codes, reading);
  const background = measured(result, "background");
  if (background) return backgroundDetail(background, codes, reading);
  const bFactor = measured(result, "bFactor");
  if (bFactor) return bFactorDetail(bFactor, codes, reading);
  const localResolution = measured(result, "localResolution");
  if (localResolution) return localResolutionDetail(localResolution, codes);
  const localBFactor = measured(result, "localBFactor");
  if (localBFactor) return localBFactorDetail(localBFactor, codes, reading);
  const localOccupancy = measured(result, "localOccupancy");
  if (localOccupancy) return localOccupancyDetail(localOccupancy, codes);
  const hand = measured(result, "hand");
  if (hand) return handDetail(hand);
  return (result.warnings[reading][0]?.message ?? "").replace(/\.$/, "");
}

function whyUnjudged(result: CheckResult): string {
  const background = measured(result, "background");
  if (background?.masked) return `${formatPercent(100 * background.constantFraction)} of the background is one value`;
  return (result.reason ?? "").replace(/\.$/, "");
}

function clause(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${sayNumber(count)} ${count === 1 ? one : many}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
