import type { Engine } from "../../engine/engine.ts";
import { faultOf } from "../messages.ts";
import { NO_RUN } from "../state/run.ts";
import { type AppStore, NO_REPORT } from "../store.ts";
import type { Comparing } from "./compare-maps.ts";
import { fetchExample } from "./example.ts";
import type { MapOpener } from "./open-map.ts";
import type { Referee } from "./referee.ts";
import type { CheckRunner } from "./run-checks.ts";

interface Work {
  readonly opener: MapOpener;
  readonly runner: CheckRunner;
  readonly referee: Referee;
  readonly comparing: Comparing;
}

/** What a visitor can do with files: open them, verify or compare them, and close the map. */
export function createMapActions(engine: Engine, store: AppStore, { opener, runner, referee, comparing }: Work) {
  return {
    openFile: (file: File) => referee.openFiles([file]),
    openFiles: (files: readonly File[]) => (comparing.wants(files) ? comparing.show(files) : referee.openFiles(files)),
    compare: () => comparing.show([]),
    leaveComparison: comparing.leave,
    openCompared: comparing.openCompared,
    openReferee: () => store.setState(({ referee }) => ({ work: "map", referee: referee ?? NO_REPORT })),
    closeReferee: referee.close,
    openExample: async () => {
      store.setState({ opening: { fileName: "the example map", fraction: null, ask: "nothing" }, fault: null });
      await fetchExample().then(referee.openMap, (error) => store.setState({ opening: null, fault: faultOf(error) }));
    },
    /** Å per voxel of the map as it is open, or as it is in the file. */
    giveVoxelSize: (voxelSize: number) =>
      opener.reopen({ voxelSize: voxelSize / (store.getState().map?.binning ?? 1) }),
    /** Reads the last file again as the means of 2 × 2 × 2 voxels. */
    bin: () => opener.reopen({ binning: 2 }),
    cancelOpening: opener.cancel,
    closeMap: () => {
      const { map } = store.getState();
      runner.forget();
      store.setState({ map: null, run: NO_RUN, fault: null, openCheck: null, announcement: "The map is closed." });
      if (map) engine.close(map.id);
    },
  };
}
