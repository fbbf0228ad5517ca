import { createStore, type StoreApi } from "zustand/vanilla";
import type { ErrorCode } from "../../core/errors.ts";
import type { Engine, OpenedMap } from "../../engine/engine.ts";
import type { Report } from "../../report/report.ts";
import { type Fault, faultOf, isAbort } from "../messages.ts";
import { type Parameters, stateOfNewMap } from "../store.ts";

export type ComparedParameters = Pick<Parameters, "contourLevel" | "contourSource" | "resolution">;

/** One of several maps: its file, what reading it told, and what was found. */
export interface ComparedMap {
  readonly id: number;
  readonly file: File;
  /** `waiting` for being read, `read` and ready to be measured. */
  readonly state: "waiting" | "reading" | "read" | "measuring" | "done" | "failed";
  /** What the header and the survey told; its voxels are no longer held. */
  readonly facts: Pick<OpenedMap, "grid" | "histogram" | "cell"> | null;
  readonly parameters: ComparedParameters;
  readonly report: Report | null;
  readonly fault: Fault | null;
}

export interface ComparisonState {
  readonly maps: readonly ComparedMap[];
  readonly work: "none" | "reading" | "measuring";
}

/** Several maps, read and measured one after the other; no more than one of them is in memory at a time. */
export interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  /** Reads the files in turn for their facts and suggested levels. */
  add(files: readonly File[]): Promise<void>;
  /** Measures every map that has been read and has no result for its parameters. */
  run(): Promise<void>;
  cancel(): void;
  /** What was found with other parameters no longer stands. */
  setParameters(id: number, change: Partial<ComparedParameters>): void;
  remove(id: number): void;
}

/** Faults that lie in the moment and not in the map: another run may end well. */
const PASSING: readonly ErrorCode[] = ["worker.died", "memory.exhausted", "map.tooLarge", "job.failed"];

/** True for a map that the next run takes on. */
export function isAhead({ state, fault }: ComparedMap): boolean {
  return state === "waiting" || state === "read" || (fault !== null && PASSING.includes(fault.code));
}

const NOTHING_GIVEN: ComparedParameters = { contourLevel: 0, contourSource: "suggested", resolution: null };

export function createComparison(engine: Engine): Comparison {
  const store = createStore<ComparisonState>(() => ({ maps: [], work: "none" }));
  let working: AbortController | null = null;
  let goal: "read" | "measured" = "read";
  let count = 0;

  const find = (id: number) => store.getState().maps.find((map) => map.id === id);
  const change = (id: number, to: Partial<ComparedMap>) =>
    store.setState(({ maps }) => ({ maps: maps.map((map) => (map.id === id ? { ...map, ...to } : map)) }));

  /** Opens a map, does something with it and closes it again, also when that fails. */
  async function withOpen(file: File, signal: AbortSignal, step: (map: OpenedMap) => Promise<void> | void) {
    const map = await engine.open({ file }, { signal });
    try {
      await step(map);
    } finally {
      engine.close(map.id);
    }
  }

  const read = ({ id, file }: ComparedMap, signal: AbortSignal) =>
    withOpen(file, signal, (map) => {
      const { grid, histogram, cell } = map;
      const { contourLevel, contourSource } = stateOfNewMap(map, {}).parameters ?? NOTHING_GIVEN;
      const resolution = find(id)?.parameters.resolution ?? null;
      change(id, {
        state: "read",
        facts: { grid, histogram, cell },
        parameters: { contourLevel, contourSource, resolution },
      });
    });

  const measure = ({ id, file, parameters }: ComparedMap, signal: AbortSignal) =>
    withOpen(file, signal, async (map) => {
      const { report } = await engine.validate(map.id, parameters, { signal });
      change(id, { state: "done", report });
    });

  const first = (state: ComparedMap["state"]) => store.getState().maps.find((map) => map.state === state);

  /** Takes one map after the other until each is read and, where that is asked for, measured, or until a cancel. */
  async function work(): Promise<void> {
    if (working) return;
    working = new AbortController();
    const { signal } = working;
    while (!signal.aborted) {
      const next = first("waiting") ?? (goal === "measured" ? first("read") : undefined);
      if (!next) break;
      const kind = next.state === "waiting" ? "reading" : "measuring";
      store.setState({ work: kind });
      change(next.id, { state: kind, fault: null });
      await (kind === "reading" ? read : measure)(next, signal).catch((error: unknown) => {
        change(next.id, isAbort(error) ? { state: next.state } : { state: "failed", fault: faultOf(error) });
      });
    }
    working = null;
    goal = "read";
    store.setState({ work: "none" });
  }

  return {
    store,
    add: async (files) => {
      const added = files.map((file) => ({
        ...{ id: ++count, file, state: "waiting" as const, facts: null },
        ...{ parameters: NOTHING_GIVEN, report: null, fault: null },
      }));
      store.setState(({ maps }) => ({ maps: [...maps, ...added] }));
      await work();
    },
    run: async () => {
      goal = "measured";
      for (const { id, state, facts } of store.getState().maps.filter(isAhead)) {
        if (state === "failed") change(id, { state: facts ? "read" : "waiting", fault: null });
      }
      await work();
    },
    cancel: () => working?.abort(new DOMException("cancelled", "AbortError")),
    setParameters: (id, given) => {
      const map = find(id);
      if (!map || map.state === "measuring") return;
      const ready = map.facts ? { state: "read" as const, report: null, fault: null } : {};
      change(id, { parameters: { ...map.parameters, ...given }, ...ready });
    },
    remove: (id) => {
      const map = find(id);
      if (map?.state === "reading" || map?.state === "measuring") return;
      store.setState(({ maps }) => ({ maps: maps.filter((other) => other.id !== id) }));
    },
  };
}
