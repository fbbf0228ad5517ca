import type { Triple } from "../../../../src/core/volume/grid.ts";
import type { Arena, Kernel } from "../../../../workers/kernels/kernel.ts";
import { componentSizes, type LabelledRuns, uniteRuns } from "../../../../workers/kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../../../../workers/kernels/labels/runs.ts";
import { loadPlane, planeBytes } from "../../../../workers/kernels/voxels/plane.ts";

/** A map cut at a level. The tables stay in the arena until its scope ends; `sizes` is a copy, label 1 first. */
export interface LabelledMap extends LabelledRuns {
  readonly runCount: number;
  readonly sizes: Uint32Array;
}

/** Labels the components of v ≥ level on one worker. Allocates in the arena. */
export function labelMap(
  { kernel, arena }: { kernel: Kernel; arena: Arena },
  voxels: Float32Array,
  { box, level }: { box: Triple; level: number },
): LabelledMap {
  const [, ny, nz] = box;
  const scratch = arena.allocate(planeBytes(box));
  const rows = arena.allocate(rowTableBytes(ny * nz));
  const planeAt = (z: number) => loadPlane(kernel, voxels, { box, z, address: scratch });
  for (let z = 0; z < nz; z++) countRunsPlane(kernel, planeAt(z), { level, z, rows });
  const runCount = offsetRuns(kernel, { rows, rowCount: ny * nz });
  const tables = { rows, runs: arena.allocate(4 * runCount), labels: arena.allocate(4 * runCount) };
  for (let z = 0; z < nz; z++) writeRunsPlane(kernel, planeAt(z), { ...tables, level, z });
  const componentCount = uniteRuns(kernel, box, tables);
  const sizes = arena.allocate(4 * componentCount);
  componentSizes(kernel, tables, { runCount, componentCount, sizes });
  return { ...tables, runCount, sizes: new Uint32Array(kernel.memory.buffer, sizes, componentCount).slice() };
}
