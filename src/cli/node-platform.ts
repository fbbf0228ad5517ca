import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { wrap } from "comlink";
import { nodeEndpoint } from "../../workers/node/node-endpoint.ts";
import type { WorkerDoor } from "../../workers/worker-door.ts";
import type { EnginePlatform, SpawnedWorker } from "../engine/platform.ts";
import { FACES, type Face, type FontFiles } from "../report/pdf/fonts.ts";

/** What the build lays beside the command line: the worker, the kernels and the fonts of the report. */
export interface BuiltFiles {
  readonly worker: URL;
  readonly kernels: Readonly<Record<"shared" | "private", URL>>;
  readonly fonts: Readonly<Record<Face, URL>>;
}

/** The engine's platform on Node: `threads` worker threads over shared memory. */
export function nodePlatform(files: BuiltFiles, threads: number): EnginePlatform {
  const fonts = Object.fromEntries(FACES.map((face) => [face, fileURLToPath(files.fonts[face])])) as FontFiles;
  return {
    memory: "shared",
    workers: threads,
    assets: { fonts },
    spawn: () => spawn(files.worker),
    loadKernels: async (memory) => new WebAssembly.Module(await readFile(files.kernels[memory])),
  };
}

function spawn(script: URL): SpawnedWorker {
  const worker = new Worker(script);
  const death = new Promise<string>((resolve) => {
    worker.once("error", (error) => resolve((error as Error).message));
    worker.once("exit", (code) => resolve(`exit code ${code}`));
  });
  return {
    door: wrap<WorkerDoor>(nodeEndpoint(worker)),
    death,
    terminate: () => void worker.terminate(),
  };
}
