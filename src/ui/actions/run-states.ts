import type { CheckResult } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import type { Progress } from "../../engine/engine.ts";
import { checkTitle, verdictWords } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { faultOf, isAbort } from "../messages.ts";
import { withOpenCheck } from "../state/open-check.ts";
import type { Parameters } from "../state/parameters.ts";
import type { Run, RunningStep } from "../state/run.ts";
import type { AppState } from "../store.ts";

/** A run that begins; what an earlier one found stays shown. */
export function started(state: AppState, parameters: Parameters, earlier: Run | null): Partial<AppState> {
  return {
    run: { state: "running", parameters, results: [], step: null, report: null, earlier },
    ledger: "results",
    fault: null,
    ...(!earlier && withOpenCheck(state, null)),
    announcement: `${CHECKS.length} checks are running.`,
  };
}

/** A run of which one more check is measured. */
export function withResult({ run, reading }: AppState, result: CheckResult): Partial<AppState> {
  return {
    run: { ...run, results: [...run.results, result] },
    announcement: `${checkTitle(result.key)}: ${verdictWords(result, reading)}.`,
  };
}

/** A run whose report is there. */
export function ended(parameters: Parameters, report: Report): Partial<AppState> {
  return {
    run: { state: "done", parameters, results: report.checks, step: null, report, earlier: null },
    announcement: "All checks are finished.",
  };
}

/** A run that was cancelled or failed; what an earlier run found stays until a later one ends. */
export function stopped({ run }: AppState, error: unknown, earlier: Run | null): Partial<AppState> {
  const aborted = isAbort(error);
  return {
    run: earlier ?? { ...run, state: aborted ? "cancelled" : "failed", step: null },
    fault: aborted ? null : faultOf(error),
    announcement: aborted ? "The run was cancelled." : "The run stopped.",
  };
}

/** Adds the time left to each progress message, from the time that the step has taken so far. */
export function stepClock(): (progress: Progress) => RunningStep {
  let step: Progress["step"] | null = null;
  let startedAt = 0;
  return (progress) => {
    if (progress.step !== step) startedAt = performance.now();
    step = progress.step;
    const { fraction } = progress;
    const elapsed = (performance.now() - startedAt) / 1000;
    const secondsLeft =
      fraction !== null && fraction > 0.05 && elapsed > 0.3 ? (elapsed * (1 - fraction)) / fraction : null;
    return { ...progress, secondsLeft };
  };
}
