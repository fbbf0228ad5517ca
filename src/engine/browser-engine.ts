import regular from "../../build/fonts/Inter-400.ttf?url";
import medium from "../../build/fonts/Inter-500.ttf?url";
import bold from "../../build/fonts/Inter-600.ttf?url";
import serifText from "../../build/fonts/SourceSerif4-400.ttf?url";
import serif from "../../build/fonts/SourceSerif4-600.ttf?url";
import privateKernels from "../../build/kernels/kernels-private.wasm?url";
import sharedKernels from "../../build/kernels/kernels-shared.wasm?url";
import { spawnBrowserWorker } from "./browser-worker.ts";
import { createEngine } from "./create-engine.ts";
import type { Engine } from "./engine.ts";

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
    spawn: spawnBrowserWorker,
    loadKernels: (memory) => WebAssembly.compileStreaming(fetch(absolute(kernels[memory]))),
  });
}

/** Workers resolve addresses against their own script, so they are given whole ones. */
function absolute(address: string): string {
  return new URL(address, document.baseURI).href;
}
