import type { CheckKey, Reading } from "../../checks/check.ts";
import { CHECKS } from "../../checks/index.ts";
import type { Axis, Triple } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { Engine, VolumeName } from "../../engine/engine.ts";
import type { Report } from "../../report/report.ts";
import { clampIndex } from "../../view/slice-geometry.ts";
import { faultOf } from "../messages.ts";
import type { Recents } from "../recent/recents.ts";
import { type AppState, type AppStore, type Layer, NO_REPORT, NO_RUN, type Parameters, type View } from "../store.ts";
import { createComparing } from "./compare-maps.ts";
import { fetchExample } from "./example.ts";
import { downloadJson, downloadReport, downloadVolume } from "./export-report.ts";
import { createMapOpener } from "./open-map.ts";
import { createReferee } from "./referee.ts";
import { createCheckRunner } from "./run-checks.ts";

/** Local measurements cover the same voxels; one is shown at a time. */
function isLocal(layer: Layer): boolean {
  return layer.startsWith("local");
}

/** Everything that a visitor can do, independent of buttons and keys. */
export type Actions = ReturnType<typeof createActions>;

export function createActions(engine: Engine, store: AppStore, recents: Recents) {
  const keep = (report: Report) => void recents.add(report, Date.now());
  const runner = createCheckRunner(engine, store, { onFinished: keep });
  const opener = createMapOpener(engine, store, { onOpened: runner.forget });
  const referee = createReferee(store, { opener, runner });
  const comparing = createComparing(engine, store, { opener, runner, referee });
  const update = (change: (state: AppState) => Partial<AppState>) => store.setState(change);
  const withMap = (change: (box: Triple) => void) => {
    const { map } = store.getState();
    if (map) change(map.grid.box);
  };

  return {
    openFile: (file: File) => referee.openFiles([file]),
    openFiles: (files: readonly File[]) => (comparing.wants(files) ? comparing.show(files) : referee.openFiles(files)),
    compare: () => comparing.show([]),
    leaveComparison: comparing.leave,
    openCompared: comparing.openCompared,
    openReferee: () => update(({ referee }) => ({ work: "map", referee: referee ?? NO_REPORT })),
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
    loadUpdate: async () => (await import("../offline/keep-offline.ts")).loadUpdate(store),
    dismissUpdate: () => update(({ site }) => ({ site: { ...site, update: "none" } })),
    dismissFault: () => store.setState({ fault: null }),
    setParameters: (change: Partial<Parameters>) =>
      update(({ parameters }) => ({ parameters: { ...parameters, ...change } })),
    run: runner.run,
    /** Measures again at a suggested level; what was found stays until that ends. */
    runAt: async (contourLevel: number) => {
      if (store.getState().run.state === "running") return;
      update(({ parameters }) => ({ parameters: { ...parameters, contourLevel, contourSource: "suggested" } }));
      await runner.run();
    },
    cancelRun: runner.cancel,
    setReading: (reading: Reading) => store.setState({ reading }),
    openCheck: (openCheck: CheckKey | null) => store.setState({ openCheck }),
    stepCheck: (by: 1 | -1) =>
      update(({ openCheck }) => {
        const keys = CHECKS.map((check) => check.key);
        const at = openCheck === null ? (by === 1 ? -1 : 0) : keys.indexOf(openCheck);
        return { openCheck: keys[(at + by + keys.length) % keys.length]! };
      }),
    showLedger: (ledger: AppState["ledger"]) => store.setState({ ledger, openCheck: null }),
    setView: (change: Partial<View>) => update(({ view }) => ({ view: { ...view, ...change } })),
    toggleLayer: (layer: Layer) =>
      update(({ view }) => {
        const shown = view.overlays === "shown" ? view.layers : [];
        const rest = shown.filter((other) => other !== layer && !(isLocal(layer) && isLocal(other)));
        return { view: { ...view, overlays: "shown", layers: shown.includes(layer) ? rest : [...rest, layer] } };
      }),
    setOpacity: (layer: Layer, opacity: number) =>
      update(({ view }) => ({ view: { ...view, opacities: { ...view.opacities, [layer]: opacity } } })),
    goTo: (voxel: Triple) => update(({ view }) => ({ view: { ...view, voxel, slicesAt: "chosen" } })),
    goToSlices: (slicesAt: "largestVariance" | "centre") =>
      update(({ view, map }) => {
        const voxel = slicesAt === "centre" ? map?.centralSlices : map?.maxVarianceSlices;
        return { view: { ...view, slicesAt, voxel: voxel ?? view.voxel } };
      }),
    stepSlice: (axis: Axis, by: number) =>
      withMap((box) =>
        update(({ view }) => {
          const k = AXES.indexOf(axis);
          const voxel = view.voxel.map((index, i) => (i === k ? clampIndex(index + by, box[k]!) : index));
          return { view: { ...view, voxel: voxel as unknown as Triple, slicesAt: "chosen" } };
        }),
      ),
    downloadReport: async (format: "pdf" | "html") => {
      const validation = runner.validation();
      if (validation) await downloadReport(engine, store, { validation, format });
    },
    downloadVolume: async (name: VolumeName) => {
      const validation = runner.validation();
      if (validation) await downloadVolume(engine, store, { validation, name });
    },
    downloadJson: () => {
      const validation = runner.validation();
      if (validation) downloadJson(store, validation);
    },
  };
}
