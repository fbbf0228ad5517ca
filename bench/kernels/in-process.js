/**
 * The compiled kernels, driven by this thread alone. Imports TypeScript, so it is loaded through vite: see sections/kernels.js.
 * Like scipy_kernels.py, each timer gives the best seconds of a few repetitions.
 */
import { readFileSync } from "node:fs";
import { layoutTransform } from "../../workers/kernels/fourier/layout.ts";
import { loadPlane } from "../../workers/kernels/fourier/planes.ts";
import {
  forwardColumns,
  forwardPlanes,
  inverseColumns,
  inversePlanes,
  planTransform,
} from "../../workers/kernels/fourier/transform.ts";
import { Arena, bindKernels } from "../../workers/kernels/kernel.ts";
import { componentSizes, uniteRuns } from "../../workers/kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../../workers/kernels/labels/runs.ts";

const HEADER_BYTES = 1024;

/** Kernels over their own memory, with the voxels of an n³ map in it. @param module bytes of kernels-private.wasm */
function openMap(module, map, n) {
  const memory = new WebAssembly.Memory({ initial: 2 });
  const kernel = bindKernels(new WebAssembly.Module(module), memory);
  const arena = new Arena(memory);
  const voxels = arena.allocate(4 * n ** 3);
  new Uint8Array(memory.buffer, voxels, 4 * n ** 3).set(readFileSync(map).subarray(HEADER_BYTES));
  return { kernel, arena, voxels, plane: (z) => voxels + 4 * n * n * z };
}

/** Forward and inverse real transform of an n³ map. @param {"single" | "double"} precision */
export function timeTransform(module, { map, box: n, precision, repetitions }) {
  const { kernel, arena, plane } = openMap(module, map, n);
  const layout = layoutTransform([n, n, n], precision);
  const plan = planTransform(kernel, arena, layout);
  const data = arena.allocate(layout.bytes);
  const scratch = arena.allocate(plan.scratchBytes);
  for (let z = 0; z < n; z++) loadPlane(kernel, layout, data, z, plane(z));
  return best(repetitions, () => {
    forwardPlanes(kernel, plan, data, scratch, 0, n);
    forwardColumns(kernel, plan, data, scratch, 0, n);
    inverseColumns(kernel, plan, data, scratch, 0, n);
    inversePlanes(kernel, plan, data, scratch, 0, n, 1 / n ** 3);
  });
}

/** Threshold and 26-connected components of an n³ map, with their sizes. */
export function timeLabels(module, { map, box: n, level, repetitions }) {
  const { kernel, arena, plane } = openMap(module, map, n);
  return best(repetitions, () => arena.scope(() => label(kernel, arena, { plane, n, level })));
}

function label(kernel, arena, { plane, n, level }) {
  const rows = arena.allocate(rowTableBytes(n * n));
  const planeAt = (z) => ({ address: plane(z), nx: n, ny: n });
  for (let z = 0; z < n; z++) countRunsPlane(kernel, planeAt(z), { level, z, rows });
  const runCount = offsetRuns(kernel, { rows, rowCount: n * n });
  const tables = { rows, runs: arena.allocate(4 * runCount), labels: arena.allocate(4 * runCount) };
  for (let z = 0; z < n; z++) writeRunsPlane(kernel, planeAt(z), { level, z, ...tables });
  const componentCount = uniteRuns(kernel, [n, n, n], tables);
  componentSizes(kernel, tables, { runCount, componentCount, sizes: arena.allocate(4 * componentCount) });
}

function best(repetitions, step) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    step();
    least = Math.min(least, (performance.now() - start) / 1000);
  }
  return least;
}
