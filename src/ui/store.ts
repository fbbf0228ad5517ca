import { createStore, type StoreApi } from "zustand/vanilla";
import type { CheckKey, Reading } from "../checks/check.ts";
import type { EngineEnvironment, OpenedMap } from "../engine/engine.ts";
import type { Report } from "../report/report.ts";
import type { Comparison } from "./compare/comparison.ts";
import type { Fault } from "./messages.ts";
import { firstParameters, type Parameters } from "./state/parameters.ts";
import { NO_RUN, type Run } from "./state/run.ts";
import { FIRST_VIEW, type View } from "./state/view.ts";

/** A map on its way in. `ask` is set where its header lacks the voxel size. */
export interface Opening {
  readonly fileName: string;
  readonly fraction: number | null;
  readonly ask: "nothing" | "voxelSize";
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
  readonly exporting: "nothing" | "pdf" | "html" | "volume" | "mirrored";
  /** Set while a report is verified. */
  readonly referee: HeldReport | null;
  /** Whether this browser computes what it should; `null` until that is known. */
  readonly selfTest: SelfTestState | null;
  /** The last thing worth announcing, for screen readers. */
  readonly announcement: string;
}

export type AppStore = StoreApi<AppState>;

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
  return {
    map,
    opening: null,
    fault: null,
    parameters: { ...firstParameters(map), ...given },
    run: NO_RUN,
    openCheck: null,
    ledger: "parameters",
    view: { ...FIRST_VIEW, voxel: map.maxVarianceSlices },
  };
}
