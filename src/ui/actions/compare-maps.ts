import type { Engine } from "../../engine/engine.ts";
import type { ComparedMap } from "../compare/compared-map.ts";
import type { AppStore } from "../store.ts";
import type { MapOpener } from "./open-map.ts";
import { isReportFile, type Referee } from "./referee.ts";
import type { CheckRunner } from "./run-checks.ts";

/** Going to and from the comparison of several maps, whose code is fetched when it is first wanted. */
export interface Comparing {
  /** Shows the comparison, with these files added. */
  show(files: readonly File[]): Promise<void>;
  /** Back to the one map, or to the start. */
  leave(): void;
  /** Opens a compared map on the page of one map; with the same parameters it is measured again if it was. */
  openCompared(map: Pick<ComparedMap, "file" | "facts" | "parameters" | "report">): Promise<void>;
  /** True for files that belong into a comparison: several maps, or any map while one is shown. */
  wants(files: readonly File[]): boolean;
}

export function createComparing(
  engine: Engine,
  store: AppStore,
  { opener, runner, referee }: { opener: MapOpener; runner: CheckRunner; referee: Pick<Referee, "close"> },
): Comparing {
  return {
    async show(files) {
      const { createComparison } = await import("../compare/comparison.ts");
      const comparison = store.getState().comparison ?? createComparison(engine);
      store.setState({ comparison, work: "compare", fault: null });
      if (files.length > 0) await comparison.add(files);
    },
    leave: () => store.setState({ work: "map" }),
    async openCompared({ file, facts, parameters, report }) {
      if (store.getState().referee) referee.close();
      store.setState({ work: "map" });
      await opener.open({ file, ...(facts ? { parameters } : {}) });
      const { map, fault } = store.getState();
      if (report && map?.sha256 === report.input.sha256 && !fault) await runner.run();
    },
    wants(files) {
      const maps = files.filter((file) => !isReportFile(file));
      return maps.length > 1 || (maps.length === 1 && store.getState().work === "compare");
    },
  };
}
