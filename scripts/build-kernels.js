/** Compiles the AssemblyScript kernels twice: over shared memory, and over private memory for pages that are not isolated. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = fileURLToPath(new URL("..", import.meta.url));
const entry = "workers/kernels/assembly/index.ts";
const common = [
  entry,
  "--baseDir",
  root,
  "-O3",
  "--converge",
  "--noAssert",
  "--runtime",
  "stub",
  "--importMemory",
  "--enable",
  "simd",
];
const builds = {
  "kernels-shared.wasm": ["--sharedMemory", "--enable", "threads", "--initialMemory", "2", "--maximumMemory", "65536"],
  "kernels-private.wasm": ["--initialMemory", "2"],
};

export async function buildKernels() {
  mkdirSync(`${root}build/kernels`, { recursive: true });
  for (const [name, flags] of Object.entries(builds)) {
    const outFile = `build/kernels/${name}`;
    const { error, stderr } = await asc.main([...common, ...flags, "--outFile", outFile]);
    if (error) throw new Error(`${name}: ${error.message}\n${stderr.toString()}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernels();
