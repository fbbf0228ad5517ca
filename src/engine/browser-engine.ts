import { wrap } from "comlink";
import regular from "../../build/fonts/Inter-400.ttf?url";
import medium from "../../build/fonts/Inter-500.ttf?url";
import bold from "../../build/fonts/Inter-600.ttf?url";
import serifText from "../../build/fonts/SourceSerif4-400.ttf?url";
import serif from "../../build/fonts/SourceSerif4-600.ttf?url";
import privateKernels from "../../build/kernels/kernels-private.wasm?url";
import sharedKernels from "../../build/kernels/kernels-shared.wasm?url";
import type { WorkerDoor } from "../../workers/protocol.ts";
import { createEngine } from "./create-engine.ts";
import type { Engine } from "./engine.ts";
import type { SpawnedWorker } from "./platform.ts";

const MOST_WORKERS = 8;

/** The engine of a page: shared memory and all cores where the page is cross-origin isolated, else one private worker. */
export async function createBrowserEngine(): Promise<Engine> {
  const kernels = { shared: sharedKernels, private: privateKernels };
  return createEngine({
    memory: globalThis.crossOriginIsolated ? "shared" : "private",
    workers: Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1)),
    assets: {
      fonts: {
        regular: absolute(regular),
        medium: absolute(medium),
        bold: absolute(bold),
        serif: absolute(serif),
        serifText: absolute(serifText),
      },
    },
    spawn,
    loadKernels: (memory) => WebAssembly.compileStreaming(fetch(absolute(kernels[memory]))),
  });
}

/** Workers resolve addresses against their own script, so they are given whole ones. */
function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}

function spawn(): SpawnedWorker {
  const worker = new Worker(new URL("../../workers/compute.worker.ts", import.meta.url), { type: "module" });
  let terminate = () => {};
  const death = new Promise<string>((resolve) => {
    worker.addEventListener("error", (event) => resolve(event.message || "it could not be loaded"));
    worker.addEventListener("messageerror", () => resolve("a message could not be read"));
    terminate = () => {
      worker.terminate();
      resolve("it was ended");
    };
  });
  return { door: wrap<WorkerDoor>(worker), death, terminate };
}
