import type { CheckResult } from "../../checks/check.ts";
import type { ProgressStep } from "../../engine/engine.ts";
import type { Report } from "../../report/report.ts";
import type { Parameters } from "./parameters.ts";

/** The step that is under way; `secondsLeft` is `null` until it can be told. */
export interface RunningStep {
  readonly step: ProgressStep;
  readonly fraction: number | null;
  readonly secondsLeft: number | null;
}

export interface Run {
  readonly state: "none" | "running" | "done" | "cancelled" | "failed";
  /** What the run was started with; the page's parameters may have moved on. */
  readonly parameters: Parameters | null;
  readonly results: readonly CheckResult[];
  readonly step: RunningStep | null;
  readonly report: Report | null;
  /** While a map is measured again: the finished run whose results stay until this one ends. */
  readonly earlier: Run | null;
}

export const NO_RUN: Run = { state: "none", parameters: null, results: [], step: null, report: null, earlier: null };

/** The run whose results are shown: the earlier one while the map is measured again. */
export function shownRun(run: Run): Run {
  return run.earlier ?? run;
}
