import { createStore, type StoreApi } from "zustand/vanilla";
import type { CheckKey, CheckResult, Reading } from "../checks/check.ts";
import type { Axis, Triple } from "../core/volume/grid.ts";
import type {
  EngineEnvironment,
  LocalVolumeName,
  OpenedMap,
  ProgressStep,
  ValidationParameters,
} from "../engine/engine.ts";
import type { Report } from "../report/report.ts";
import type { ColourMap } from "../view/colour-map.ts";
import type { ValueInterval } from "../view/marked-slice.ts";
import type { DisplayWindow } from "../view/slice-look.ts";
import type { Comparison } from "./compare/comparison.ts";
import type { Fault } from "./messages.ts";

/** A map on its way in. `ask` is set where its header lacks the voxel size. */
export interface Opening {
  readonly fileName: string;
  readonly fraction: number | null;
  readonly ask: "nothing" | "voxelSize";
}

/** What the user has said so far; `null` is "not given". */
export interface Parameters {
  readonly contourLevel: number;
  readonly contourSource: ValidationParameters["contourSource"];
  readonly resolution: number | null;
  /** kDa. */
  readonly molecularMass?: number | null;
  /** For the report's front page; empty is not given. */
  readonly title?: string | undefined;
  readonly emdbId?: string | undefined;
  readonly depositionDate?: string | undefined;
}

/** A report to verify; `null` until one has been chosen. */
export interface HeldReport {
  readonly fileName: string;
  readonly report: Report | null;
  /** What running it again gave; `null` until that is done. */
  readonly found: Report | null;
  /** Whether results of an earlier run come back when this is closed. */
  readonly earlier: "kept" | "none";
}

/** Verifying, before a report has been chosen. */
export const NO_REPORT: HeldReport = { fileName: "", report: null, found: null, earlier: "none" };

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

/** How the page itself stands, apart from any map. */
export interface SiteState {
  /** Whether this browser keeps the page, so that it opens without a network. */
  readonly offline: "unknown" | "kept";
  readonly network: "online" | "offline";
  /** A newer version of the page; `otherTabs` while another tab works with this one. */
  readonly update: "none" | "ready" | "otherTabs";
  /** Whether loading the page again would isolate it. */
  readonly isolation: "settled" | "afterReload";
}

/** What can be drawn over a slice. */
export type Layer = "level" | "hardMask" | "softMask" | "components" | "outliers" | LocalVolumeName;

/** A bin of a histogram whose voxels are marked in the slices. */
export interface MarkedBin extends ValueInterval {
  /** Whose values the histogram counts; those of a local measurement as its volume holds them. */
  readonly of: "map" | LocalVolumeName;
}

/** Opacity of each layer before the user changes it: outlines full, fillings so that density stays visible. */
const OPACITIES: Readonly<Record<Layer, number>> = {
  level: 1,
  hardMask: 1,
  softMask: 0.4,
  components: 0.55,
  outliers: 0.35,
  localBFactor: 0.8,
  localOccupancy: 0.8,
  localResolution: 0.8,
};

/** What the stage shows; survives everything but another map. */
export interface View {
  readonly voxel: Triple;
  readonly slicesAt: "largestVariance" | "centre" | "chosen";
  readonly panes: "all" | "surface" | Axis;
  readonly surfaceView: 0 | 1 | 2;
  /** Whether the surface is seen as in the report, or has been turned since. */
  readonly surfacePose: "report" | "own";
  /** The local measurement that colours the surface, where a run has it. */
  readonly surfaceColours: LocalVolumeName | "plain";
  readonly overlays: "shown" | "hidden";
  /** What is drawn over the slices while overlays are shown. */
  readonly layers: readonly Layer[];
  readonly opacities: Readonly<Record<Layer, number>>;
  readonly marked: MarkedBin | null;
  /** Map values from the darkest to the brightest; `null` for the report's. */
  readonly window: DisplayWindow | null;
  readonly colourMap: ColourMap;
  /** What the user wants the slices drawn by; automatic is NiiVue, unless the processor is faster. */
  readonly drawnBy: "automatic" | "niivue" | "processor";
  /** The panel of window, colours and overlays. */
  readonly display: "open" | "closed";
}

/** The self-test in words; the numbers are in them. */
export interface SelfTestState {
  readonly state: "running" | "passed" | "failed";
  readonly words: string;
}

/** The page's whole state: results and choices, never voxels. */
export interface AppState {
  readonly environment: EngineEnvironment;
  readonly site: SiteState;
  /** What the work area shows. */
  readonly work: "map" | "compare";
  /** Kept while one of its maps is looked at. */
  readonly comparison: Comparison | null;
  readonly opening: Opening | null;
  readonly fault: Fault | null;
  readonly map: OpenedMap | null;
  readonly parameters: Parameters;
  readonly run: Run;
  readonly reading: Reading;
  readonly openCheck: CheckKey | null;
  /** Whether the ledger shows the parameters although there are results. */
  readonly ledger: "parameters" | "results";
  readonly view: View;
  readonly exporting: "nothing" | "pdf" | "html" | "volume";
  /** Set while a report is verified. */
  readonly referee: HeldReport | null;
  /** Whether this browser computes what it should; `null` until that is known. */
  readonly selfTest: SelfTestState | null;
  /** The last thing worth announcing, for screen readers. */
  readonly announcement: string;
}

export type AppStore = StoreApi<AppState>;

export const NO_RUN: Run = { state: "none", parameters: null, results: [], step: null, report: null, earlier: null };

/** The run whose results are shown: the earlier one while the map is measured again. */
export function shownRun(run: Run): Run {
  return run.earlier ?? run;
}

const FIRST_VIEW: View = {
  voxel: [0, 0, 0],
  slicesAt: "largestVariance",
  panes: "all",
  surfaceView: 0,
  surfacePose: "report",
  surfaceColours: "plain",
  overlays: "shown",
  layers: ["level", "hardMask"],
  opacities: OPACITIES,
  marked: null,
  window: null,
  colourMap: "grey",
  drawnBy: "automatic",
  display: "closed",
};

/** A store for one page. */
export function createAppStore(environment: EngineEnvironment): AppStore {
  return createStore<AppState>(() => ({
    environment,
    site: { offline: "unknown", network: "online", update: "none", isolation: "settled" },
    work: "map",
    comparison: null,
    opening: null,
    fault: null,
    map: null,
    parameters: { contourLevel: 0, contourSource: "suggested", resolution: null },
    run: NO_RUN,
    reading: "corrected",
    openCheck: null,
    ledger: "parameters",
    view: FIRST_VIEW,
    exporting: "nothing",
    referee: null,
    selfTest: null,
    announcement: "",
  }));
}

/** The state that a newly opened map starts with. */
export function stateOfNewMap(map: OpenedMap, given: Partial<Parameters>): Partial<AppState> {
  const suggested = map.contourSuggestions[0]?.level ?? map.statistics.mean + 3 * map.statistics.std;
  return {
    map,
    opening: null,
    fault: null,
    parameters: { contourLevel: suggested, contourSource: "suggested", resolution: null, ...given },
    run: NO_RUN,
    openCheck: null,
    ledger: "parameters",
    view: { ...FIRST_VIEW, voxel: map.maxVarianceSlices },
  };
}
