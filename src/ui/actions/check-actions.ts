import type { CheckKey, Reading } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import { withOpenCheck } from "../state/open-check.ts";
import type { Parameters } from "../state/parameters.ts";
import type { AppState, AppStore } from "../store.ts";
import type { CheckRunner } from "./run-checks.ts";

/** What a visitor can do with the checks: say what is known, run them, and go through what they found. */
export function createCheckActions(store: AppStore, runner: CheckRunner) {
  const setParameters = (change: Partial<Parameters>) =>
    store.setState(({ parameters }) => ({ parameters: { ...parameters, ...change } }));

  return {
    setParameters,
    run: runner.run,
    /** Measures again at a suggested level; what was found stays until that ends. */
    runAt: async (contourLevel: number) => {
      if (store.getState().run.state === "running") return;
      setParameters({ contourLevel, contourSource: "suggested" });
      await runner.run();
    },
    cancelRun: runner.cancel,
    setReading: (reading: Reading) => store.setState({ reading }),
    openCheck: (key: CheckKey | null) => store.setState((state) => withOpenCheck(state, key)),
    stepCheck: (by: 1 | -1) => store.setState((state) => withOpenCheck(state, neighbour(state.openCheck, by))),
    showLedger: (ledger: AppState["ledger"]) => store.setState((state) => ({ ledger, ...withOpenCheck(state, null) })),
  };
}

/** The check after or before the open one, round and round; from none to the first or the last. */
function neighbour(open: CheckKey | null, by: 1 | -1): CheckKey {
  const keys = CHECKS.map((check) => check.key);
  const at = open === null ? (by === 1 ? -1 : 0) : keys.indexOf(open);
  return keys[(at + by + keys.length) % keys.length]!;
}
