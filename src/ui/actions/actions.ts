import type { Engine } from "../../engine/engine.ts";
import type { Recents } from "../recent/recents.ts";
import type { AppStore } from "../store.ts";
import { createCheckActions } from "./check-actions.ts";
import { createComparing } from "./compare-maps.ts";
import { createDownloadActions } from "./download-actions.ts";
import { createMapActions } from "./map-actions.ts";
import { createMapOpener } from "./open-map.ts";
import { createReferee } from "./referee.ts";
import { createCheckRunner } from "./run-checks.ts";
import { createViewActions } from "./view-actions.ts";

/** Everything that a visitor can do, independent of buttons and keys. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(engine: Engine, store: AppStore, recents: Recents) {
  const runner = createCheckRunner(engine, store, { onFinished: (report) => void recents.add(report, Date.now()) });
  const opener = createMapOpener(engine, store, { onOpened: runner.forget });
  const referee = createReferee(store, { opener, runner });
  const comparing = createComparing(engine, store, { opener, runner, referee });
  return {
    ...createMapActions(engine, store, { opener, runner, referee, comparing }),
    ...createCheckActions(store, runner),
    ...createViewActions(store),
    ...createDownloadActions(engine, store, runner),
    ...createPageActions(store),
  };
}

/** What a visitor can do with the page itself. */
function createPageActions(store: AppStore) {
  return {
    dismissFault: () => store.setState({ fault: null }),
    loadUpdate: async () => (await import("../offline/keep-offline.ts")).loadUpdate(store),
    dismissUpdate: () => store.setState(({ site }) => ({ site: { ...site, update: "none" } })),
  };
}
