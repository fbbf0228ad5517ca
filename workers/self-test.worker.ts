import "./self-test/global-shim.ts";
import { toErrorRecord } from "../src/core/errors.ts";
import { bindKernels } from "./kernels/kernel.ts";
import type { SelfTestAnswer, SelfTestRequest } from "./self-test/messages.ts";
import { selfTest } from "./self-test/self-test.ts";

declare const self: DedicatedWorkerGlobalScope;

// A worker of its own: ndarray-fft writes its loops as text, which no other file of the page is allowed to run.
self.onmessage = ({ data }: MessageEvent<SelfTestRequest>) => {
  self.postMessage(answer(data));
};

function answer({ kernels, memory }: SelfTestRequest): SelfTestAnswer {
  try {
    const pages = { initial: 2, maximum: 65536 };
    const own = new WebAssembly.Memory(memory === "shared" ? { ...pages, shared: true } : { initial: 2 });
    return { result: selfTest(bindKernels(kernels, own)) };
  } catch (error) {
    return { error: toErrorRecord(error) };
  }
}
