import { createStore, type StoreApi } from "zustand/vanilla";
import type { Engine } from "../../engine/engine.ts";
import { faultOf, isAbort } from "../messages.ts";
import { type ComparedMap, type ComparedParameters, isAhead, waitingMap } from "./compared-map.ts";
import { measureMap, readMap } from "./map-steps.ts";

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

export function createComparison(engine: Engine): Comparison {
  const store = createStore<ComparisonState>(() => ({ maps: [], work: "none" }));
  const line = createLine(engine, store);
  let count = 0;

  return {
    store,
    add: async (files) => {
      const added = files.map((file) => waitingMap(++count, file));
      store.setState(({ maps }) => ({ maps: [...maps, ...added] }));
      await line.go("read");
    },
    run: async () => {
      for (const { id, state, facts } of store.getState().maps.filter(isAhead)) {
        if (state === "failed") change(store, id, () => ({ state: facts ? "read" : "waiting", fault: null }));
      }
      await line.go("measured");
    },
    cancel: line.stop,
    setParameters: (id, given) =>
      change(store, id, ({ state, facts, parameters }) => {
        if (state === "measuring") return {};
        const ready = facts ? { state: "read" as const, report: null, fault: null } : {};
        return { parameters: { ...parameters, ...given }, ...ready };
      }),
    remove: (id) => store.setState(({ maps }) => ({ maps: maps.filter((map) => map.id !== id || isAtWork(map)) })),
  };
}

/** Takes one map after the other until each is read and, once that has been asked for, measured, or until it is stopped. */
function createLine(engine: Engine, store: StoreApi<ComparisonState>) {
  let working: AbortController | null = null;
  let goal: "read" | "measured" = "read";

  const first = (state: ComparedMap["state"]) => store.getState().maps.find((map) => map.state === state);
  const next = () => first("waiting") ?? (goal === "measured" ? first("read") : undefined);

  async function take(map: ComparedMap, signal: AbortSignal): Promise<void> {
    const { id, state } = map;
    const [work, step] = state === "waiting" ? (["reading", readMap] as const) : (["measuring", measureMap] as const);
    store.setState({ work });
    change(store, id, () => ({ state: work, fault: null }));
    const to = await step(map, { engine, signal }).catch((error: unknown) => () => afterFault(error, state));
    change(store, id, to);
  }

  return {
    /** Where the line is moving already, it goes on to this goal. */
    go: async (to: typeof goal) => {
      if (to === "measured") goal = to;
      if (working) return;
      working = new AbortController();
      const { signal } = working;
      for (let map = next(); map && !signal.aborted; map = next()) await take(map, signal);
      working = null;
      goal = "read";
      store.setState({ work: "none" });
    },
    stop: () => working?.abort(new DOMException("cancelled", "AbortError")),
  };
}

/** A map whose step was cancelled stands where it stood before. */
function afterFault(error: unknown, before: ComparedMap["state"]): Partial<ComparedMap> {
  return isAbort(error) ? { state: before } : { state: "failed", fault: faultOf(error) };
}

function isAtWork({ state }: ComparedMap): boolean {
  return state === "reading" || state === "measuring";
}

function change(store: StoreApi<ComparisonState>, id: number, to: (map: ComparedMap) => Partial<ComparedMap>): void {
  store.setState(({ maps }) => ({ maps: maps.map((map) => (map.id === id ? { ...map, ...to(map) } : map)) }));
}
