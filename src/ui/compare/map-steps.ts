import type { Engine, OpenedMap } from "../../engine/engine.ts";
import { firstParameters } from "../state/parameters.ts";
import type { ComparedMap } from "./compared-map.ts";

/** What a step changes of a map; given the map as it stands when the step ends. */
type Change = (map: ComparedMap) => Partial<ComparedMap>;

interface StepOptions {
  readonly engine: Engine;
  readonly signal: AbortSignal;
}

/** Reads a map for its facts and its suggested level. */
export function readMap({ file }: ComparedMap, options: StepOptions): Promise<Change> {
  return fromOpen(file, options, (map) => {
    const { grid, histogram, cell } = map;
    const { contourLevel, contourSource } = firstParameters(map);
    // A resolution may have been given while the map was read.
    return ({ parameters: { resolution } }) => ({
      state: "read",
      facts: { grid, histogram, cell },
      parameters: { contourLevel, contourSource, resolution },
    });
  });
}

/** Runs the checks of a map. */
export function measureMap({ file, parameters }: ComparedMap, options: StepOptions): Promise<Change> {
  const { engine, signal } = options;
  return fromOpen(file, options, async ({ id }) => {
    const { report } = await engine.validate(id, parameters, { signal });
    return () => ({ state: "done", report });
  });
}

/** Opens a map, does something with it and closes it again, also when that fails. */
async function fromOpen(
  file: File,
  { engine, signal }: StepOptions,
  step: (map: OpenedMap) => Promise<Change> | Change,
): Promise<Change> {
  const map = await engine.open({ file }, { signal });
  try {
    return await step(map);
  } finally {
    engine.close(map.id);
  }
}
