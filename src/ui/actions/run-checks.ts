import type { Engine, Validation } from "../../engine/engine.ts";
import type { Report } from "../../report/report.ts";
import type { AppState, AppStore } from "../store.ts";
import { ended, started, stepClock, stopped, withResult } from "./run-states.ts";

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
    const { signal } = controller;
    /** A run that was given up tells nothing more. */
    const tell = (change: (state: AppState) => Partial<AppState>) => {
      if (running === controller) store.setState(change);
    };
    const done = earlier.state === "done" ? earlier : null;
    tell((state) => started(state, parameters, done));
    try {
      const asked = engine.validate(map.id, { ...parameters, reading }, { signal, ...listeners(tell) });
      const validation = await Promise.race([asked, abortOf(signal)]);
      if (running !== controller) return;
      finished = validation;
      tell(() => ended(parameters, validation.report));
      onFinished(validation.report);
    } catch (error) {
      tell((state) => stopped(state, error, done));
    } finally {
      if (running === controller) running = null;
    }
  }

  function giveUp(left: Validation | null) {
    running?.abort();
    running = null;
    finished = left;
  }

  return {
    run,
    cancel: () => running?.abort(),
    validation: () => finished,
    keep: () => {
      const { run: kept, parameters, reading } = store.getState();
      const validation = finished;
      return () => {
        giveUp(validation);
        store.setState({ run: kept, parameters, reading });
      };
    },
    forget: () => giveUp(null),
  };
}

/** What the store is told while a run lasts. */
function listeners(tell: (change: (state: AppState) => Partial<AppState>) => void): Parameters<Engine["validate"]>[2] {
  const clock = stepClock();
  return {
    onProgress: (progress) => tell(({ run }) => ({ run: { ...run, step: clock(progress) } })),
    onCheck: (result) => tell((state) => withResult(state, result)),
  };
}

/** Rejects as soon as a signal is aborted: workers may take a moment longer to look up, and the page need not wait for it. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}
