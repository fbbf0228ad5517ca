import type { OpenedMap } from "../../engine/engine.ts";
import { recordedParameters, recordedReading } from "../../engine/recorded-parameters.ts";
import type { Report } from "../../report/report.ts";
import { faultOf } from "../messages.ts";
import { withOpenCheck } from "../state/open-check.ts";
import { NO_RUN } from "../state/run.ts";
import { type AppStore, NO_REPORT } from "../store.ts";
import type { MapOpener, OpenRequest } from "./open-map.ts";
import type { CheckRunner } from "./run-checks.ts";

/** Verifying a report: it is read first, then its map is opened and measured with the parameters that it records. */
export interface Referee {
  /** Takes what was dropped or chosen: a report, a map, or both. */
  openFiles(files: readonly File[]): Promise<void>;
  /** Opens a map; while a report is held, with its parameters, and runs the checks. */
  openMap(request: OpenRequest): Promise<void>;
  /** Ends verifying; what an earlier run of the same map had found is shown again. */
  close(): void;
}

export function createReferee(
  store: AppStore,
  { opener, runner }: { opener: MapOpener; runner: CheckRunner },
): Referee {
  /** Brings back the results that verifying took the place of. */
  let bringBack: { readonly mapId: string; readonly restore: () => void } | null = null;

  /** A report that comes after its map is verified at once; results of another run are kept, as no answer to it. */
  async function verifyOpenMap(): Promise<void> {
    const { map, referee, run } = store.getState();
    if (!map || !referee?.report || !isMapOf(map, referee.report)) return;
    if (run.state === "done") {
      bringBack ??= { mapId: map.id, restore: runner.keep() };
    } else {
      runner.forget();
      store.setState({ run: NO_RUN });
    }
    const verifying = { ...referee, earlier: bringBack ? "kept" : "none" } as const;
    store.setState((state) => ({ ...withOpenCheck(state, null), referee: verifying }));
    await runAsRecorded(referee.report, store, runner);
  }

  async function openMap(request: OpenRequest): Promise<void> {
    const report = store.getState().referee?.report;
    if (!report) return opener.open(request);
    const before = store.getState().map;
    await opener.open({ ...request, ...recordedReading(report) });
    const { map } = store.getState();
    if (map && map !== before) await runAsRecorded(report, store, runner);
  }

  return {
    openMap,
    close: () => {
      const { map } = store.getState();
      if (bringBack?.mapId === map?.id) bringBack?.restore();
      bringBack = null;
      store.setState({ referee: null, announcement: "The report is closed." });
    },
    openFiles: async (files) => {
      const report = files.find(isReportFile);
      const map = files.find((file) => !isReportFile(file));
      if (report && (await holdReport(report, store)) === "refused") return;
      if (map) await openMap({ file: map });
      else if (report) await verifyOpenMap();
    },
  };
}

async function holdReport(file: File, store: AppStore): Promise<"held" | "refused"> {
  try {
    const { extractReport } = await import("../../report/extract-report.ts");
    const report = extractReport(new Uint8Array(await file.arrayBuffer()));
    const announcement = `${file.name} is a report of ${report.input.fileName}.`;
    store.setState({ referee: { ...NO_REPORT, fileName: file.name, report }, fault: null, announcement });
    return "held";
  } catch (error) {
    store.setState({ fault: faultOf(error) });
    return "refused";
  }
}

/** Measures the open map as a report says it was measured. */
async function runAsRecorded(report: Report, store: AppStore, runner: CheckRunner): Promise<void> {
  const { reading = "corrected", ...parameters } = recordedParameters(report);
  store.setState({ parameters, reading });
  await runner.run();
  store.setState(({ referee, run }) => {
    const done = referee?.report === report && run.state === "done";
    return done ? { referee: { ...referee, found: run.report } } : {};
  });
}

/** True where the open map is the report's file, read with the same voxel size and binning. */
function isMapOf(map: OpenedMap, { input }: Report): boolean {
  const sameVoxels = map.grid.voxelSize.every((side, axis) => side === input.voxelSize[axis]);
  const sameReading = map.voxelSizeSource === input.voxelSizeSource && map.binning === input.binning;
  return map.sha256 === input.sha256 && sameReading && sameVoxels;
}

/** By its name: what is in a report, its bytes decide. */
export function isReportFile({ name }: File): boolean {
  return /\.(pdf|html?|json)$/i.test(name);
}
