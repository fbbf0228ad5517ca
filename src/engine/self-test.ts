import privateKernels from "../../build/kernels/kernels-private.wasm?url";
import sharedKernels from "../../build/kernels/kernels-shared.wasm?url";
import type { SelfTestAnswer, SelfTestRequest } from "../../workers/self-test/messages.ts";
import type { SelfTestResult } from "../../workers/self-test/self-test.ts";
import { fromErrorRecord, MapError } from "../core/errors.ts";

export type { SelfTestResult };

/**
 * Runs the kernels that the page's engine runs, in a worker of its own, on a small volume, and compares them with other
 * programs. @throws worker.died, job.failed where it cannot be run
 */
export async function runSelfTest(): Promise<SelfTestResult> {
  const memory = globalThis.crossOriginIsolated ? "shared" : "private";
  const address = new URL({ shared: sharedKernels, private: privateKernels }[memory], document.baseURI);
  const kernels = await WebAssembly.compileStreaming(fetch(address));
  const worker = new Worker(new URL("../../workers/self-test.worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await ask(worker, { kernels, memory });
    if ("error" in answer) throw fromErrorRecord(answer.error);
    return answer.result;
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, request: SelfTestRequest): Promise<SelfTestAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<SelfTestAnswer>) => resolve(data));
    worker.addEventListener("error", ({ message }) => {
      const reason = message || "it could not be loaded";
      reject(new MapError("worker.died", `The worker of the self-test stopped (${reason}).`, { reason }));
    });
    worker.postMessage(request);
  });
}
