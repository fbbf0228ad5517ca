import { readFileSync } from "node:fs";
import { Arena, bindKernels, type Kernel } from "../../workers/kernels/kernel.ts";

const module = (name: string) =>
  new WebAssembly.Module(readFileSync(new URL(`../../build/kernels/${name}`, import.meta.url)));

/** A fresh kernel over its own memory, and an arena on it. `npm run build` must have run. */
export function makeKernel(memory: "shared" | "private" = "shared"): { kernel: Kernel; arena: Arena } {
  const shared = memory === "shared";
  const pages = new WebAssembly.Memory(shared ? { initial: 2, maximum: 65536, shared } : { initial: 2 });
  const kernel = bindKernels(module(`kernels-${memory}.wasm`), pages);
  return { kernel, arena: new Arena(pages) };
}
