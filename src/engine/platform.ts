import type { Remote } from "comlink";
import type { WorkerDoor, WorkerSetup } from "../../workers/worker-door.ts";

/** A started worker and the only two things that comlink cannot say about it. */
export interface SpawnedWorker {
  readonly door: Remote<WorkerDoor>;
  /** Resolves with why the worker is gone, also after `terminate`. */
  readonly death: Promise<string>;
  terminate(): void;
}

/** Where the engine runs: how workers start here and where their assets lie. */
export interface EnginePlatform {
  /** `private` where the page is not cross-origin isolated. */
  readonly memory: "shared" | "private";
  readonly workers: number;
  readonly assets: WorkerSetup["assets"];
  spawn(): SpawnedWorker;
  loadKernels(memory: "shared" | "private"): Promise<WebAssembly.Module>;
}
