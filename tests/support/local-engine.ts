import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Remote, releaseProxy } from "comlink";
import { createEngine } from "../../src/engine/create-engine.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { SpawnedWorker } from "../../src/engine/platform.ts";
import { makeWorkerDoor } from "../../workers/host.ts";
import { nodeFileSource } from "../../workers/node/file-source.ts";
import { fileSource } from "../../workers/reading/file-source.ts";
import type { WorkerDoor } from "../../workers/worker-door.ts";

const built = (path: string) => fileURLToPath(new URL(`../../build/${path}`, import.meta.url));

/** The engine as a page without shared memory has it, but with its one worker's calls made in this thread. */
export function createLocalEngine(): Engine {
  return createEngine({
    memory: "private",
    workers: 1,
    assets: {
      fonts: {
        regular: built("fonts/Inter-400.ttf"),
        medium: built("fonts/Inter-500.ttf"),
        bold: built("fonts/Inter-600.ttf"),
        serif: built("fonts/SourceSerif4-600.ttf"),
        serifText: built("fonts/SourceSerif4-400.ttf"),
      },
    },
    spawn,
    loadKernels: async (memory) => new WebAssembly.Module(await readFile(built(`kernels/kernels-${memory}.wasm`))),
  });
}

function spawn(): SpawnedWorker {
  const door = makeWorkerDoor({
    openSource: (source) => ("file" in source ? fileSource(source.file) : nodeFileSource(source.path)),
    loadBytes: async (path) => new Uint8Array(await readFile(path)),
  });
  return { door: asRemote(door), death: new Promise(() => {}), terminate() {} };
}

/** The door with the one symbol that comlink adds; calls answer at once instead of by a message. */
function asRemote(door: WorkerDoor): Remote<WorkerDoor> {
  return { ...door, [releaseProxy]() {} } as unknown as Remote<WorkerDoor>;
}
