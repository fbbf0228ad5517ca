import { CHECKS } from "../../checks/index.ts";
import type { Engine, Progress, Validation } from "../../engine/engine.ts";
import { checkTitle, verdictWords } from "../../report/findings.ts";
import type { Report } from "../../report/report.ts";
import { faultOf, isAbort } from "../messages.ts";
import type { Parameters as GivenParameters } from "../state/parameters.ts";
import type { Run, RunningStep } from "../state/run.ts";
import type { AppState, AppStore } from "../store.ts";

/** Running the checks of the open map. */
export interface CheckRunner {
  run(): Promise<void>;
  cancel(): void;
  /** The finished validation with its pictures, which the store does not hold. */
  validation(): Validation | null;
  forget(): void;
  /** Holds what a finished run found while another takes its place; calling the answer brings it back. */
  keep(): () => void;
}

export function createCheckRunner(
  engine: Engine,
  store: AppStore,
  { onFinished }: { onFinished: (report: Report) => void },
): CheckRunner {
  let running: AbortController | null = null;
  let finished: Validation | null = null;

  async function run() {
    const { map, parameters, reading, run: earlier } = store.getState();
    if (!map || running) return;
    const controller = new AbortController();
    running = controller;
    const done = earlier.state === "done" ? earlier : null;
    store.setState(stateOfRunning(parameters, done));
    try {
      const asked = engine.validate(map.id, { ...parameters, reading }, listeners(controller));
      const validation = await Promise.race([asked, abortOf(controller.signal)]);
      if (running !== controller) return;
      finished = validation;
      const { report } = validation;
      store.setState({
        run: { state: "done", parameters, results: report.checks, step: null, report, earlier: null },
        announcement: "All checks are finished.",
      });
      onFinished(report);
    } catch (error) {
      if (running === controller) stop(error, done);
    } finally {
      if (running === controller) running = null;
    }
  }

  /** What a run tells while it lasts; a run that was given up tells nothing more. */
  function listeners(controller: AbortController): Parameters<Engine["validate"]>[2] {
    const clock = stepClock();
    const tell = (change: (state: AppState) => Partial<AppState>) => {
      if (running === controller) store.setState(change);
    };
    return {
      signal: controller.signal,
      onProgress: (progress) => tell(({ run }) => ({ run: { ...run, step: clock(progress) } })),
      onCheck: (result) =>
        tell(({ run, reading }) => ({
          run: { ...run, results: [...run.results, result] },
          announcement: `${checkTitle(result.key)}: ${verdictWords(result, reading)}.`,
        })),
    };
  }

  function stop(error: unknown, earlier: Run | null) {
    const aborted = isAbort(error);
    store.setState(({ run }) => ({
      // What an earlier run found stays until a later one ends.
      run: earlier ?? { ...run, state: aborted ? "cancelled" : "failed", step: null },
      fault: aborted ? null : faultOf(error),
      announcement: aborted ? "The run was cancelled." : "The run stopped.",
    }));
  }

  return {
    run,
    cancel: () => running?.abort(),
    validation: () => finished,
    keep: () => {
      const { run: kept, parameters, reading } = store.getState();
      const validation = finished;
      return () => {
        running?.abort();
        running = null;
        finished = validation;
        store.setState({ run: kept, parameters, reading });
      };
    },
    forget: () => {
      running?.abort();
      running = null;
      finished = null;
    },
  };
}

/** Rejects as soon as a signal is aborted: workers may take a moment longer to look up, and the page need not wait for it. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

function stateOfRunning(parameters: GivenParameters, earlier: Run | null): Partial<AppState> {
  return {
    run: { state: "running", parameters, results: [], step: null, report: null, earlier },
    ledger: "results",
    fault: null,
    ...(!earlier && { openCheck: null }),
    announcement: `${CHECKS.length} checks are running.`,
  };
}

/** Adds the time left to each progress message, from the time that the step has taken so far. */
function stepClock(): (progress: Progress) => RunningStep {
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
