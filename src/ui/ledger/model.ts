import { B_FACTOR_LIMITS } from "../../checks/b-factor.ts";
import { BACKGROUND_LIMITS } from "../../checks/background.ts";
import type { CheckKey, CheckResult, Reading } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import { MASK_LIMITS } from "../../checks/mask.ts";
import { MASS_LIMITS } from "../../checks/mass.ts";
import { formatDecimal } from "../../core/format/numbers.ts";
import { worstDecentering } from "../../report/details/mass.ts";
import { checkTitle } from "../../report/findings.ts";
import { measured } from "../../report/measured.ts";
import { sayNumber } from "../../report/text/words.ts";
import type { MarkState } from "../hallmark/Mark.tsx";
import type { Run, RunningStep } from "../state/run.ts";

/** Where a check of a run stands. */
export interface LedgerRow {
  readonly key: CheckKey;
  readonly state: MarkState;
  readonly result: CheckResult | null;
}

/** All checks in the report's order, those without a result waiting, running or cancelled. */
export function ledgerRows(run: Run, reading: Reading): LedgerRow[] {
  return CHECKS.map(({ key }) => {
    const result = run.results.find((candidate) => candidate.key === key) ?? null;
    if (result) return { key, result, state: result.status[reading] };
    if (run.state !== "running") return { key, result, state: "cancelled" };
    return { key, result, state: run.step?.step === key ? "running" : "queued" };
  });
}

/** "Running: five of eight are done". */
export function runningSentence(done: number): string {
  const all = sayNumber(CHECKS.length);
  if (done === 0) return `Running: none of ${all} is done yet`;
  return `Running: ${sayNumber(done)} of ${all} ${done === 1 ? "is" : "are"} done`;
}

/** "Cancelled after three of eight". */
export function stoppedSentence(run: Run): string {
  const word = run.state === "cancelled" ? "Cancelled" : "Stopped";
  return `${word} after ${sayNumber(run.results.length)} of ${sayNumber(CHECKS.length)} checks`;
}

const STEPS: Partial<Readonly<Record<RunningStep["step"], string>>> = {
  read: "reading the map",
  survey: "surveying the map",
  figures: "drawing the figures",
  pdf: "writing the report",
  html: "writing the report",
};

/** What is under way: "0.d B-factor · 1.1 s left". */
export function stepText({ step, secondsLeft }: RunningStep): string {
  const check = CHECKS.find((candidate) => candidate.key === step);
  const name = check ? checkTitle(check.key) : (STEPS[step] ?? step);
  return secondsLeft === null ? name : `${name} · ${timeLeft(secondsLeft)}`;
}

/** "1.1 s left", "3 min left". */
export function timeLeft(seconds: number): string {
  return seconds < 90
    ? `${formatDecimal(seconds, seconds < 10 ? 1 : 0)} s left`
    : `${formatDecimal(seconds / 60, 0)} min left`;
}

/** How much of the run is done, percent: checks count alike. */
export function donePercent({ results, step }: Run): number {
  const current = step && CHECKS.some(({ key }) => key === step.step) ? (step.fraction ?? 0) : 0;
  return Math.min(100, Math.round((100 * (results.length + current)) / CHECKS.length));
}

/** A value against the interval that is allowed, on a scale. */
export interface GaugeScale {
  readonly value: number;
  readonly allowed: readonly [low: number, high: number];
  readonly scale: readonly [low: number, high: number];
}

/** The deciding number of a judged check as a gauge; `null` where there is none. */
export function gaugeOf(result: CheckResult, reading: Reading): GaugeScale | null {
  const verdict = result.status[reading];
  if (verdict !== "ok" && verdict !== "warning") return null;
  const mass = measured(result, "mass")?.[reading];
  if (mass)
    return { value: worstDecentering(mass).value, allowed: [0, MASS_LIMITS.decenteringPercent], scale: [0, 40] };
  const mask = measured(result, "mask");
  if (mask) return { value: mask.componentsTo95, allowed: [0, MASK_LIMITS.componentsTo95], scale: [0, 14] };
  const background = measured(result, "background");
  if (background && reading === "corrected") {
    const { outlierPercent } = background.corrected;
    return { value: outlierPercent, allowed: [0, BACKGROUND_LIMITS.corrected.outlierPercent], scale: [0, 2] };
  }
  if (background) {
    return { value: background.vrs.outlierRatio, allowed: [0, BACKGROUND_LIMITS.vrs.outlierRatio], scale: [0, 40] };
  }
  const bFactor = measured(result, "bFactor")?.bFactor;
  if (bFactor == null) return null;
  return { value: bFactor, allowed: [B_FACTOR_LIMITS.lowest, B_FACTOR_LIMITS.highest], scale: [-800, 200] };
}
