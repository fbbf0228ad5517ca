import type { Arena, Kernel } from "../kernels/kernel.ts";
import { componentSizes, uniteRuns } from "../kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../kernels/labels/runs.ts";
import { loadPlane, planeBytes } from "../kernels/voxels/plane.ts";
import { TEST_BOX } from "./test-volume.ts";

/** The voxels of each component above a level, in raster order of their first voxels: by the kernels, and by a flood fill. */
export interface ComponentSizes {
  readonly kernels: readonly number[];
  readonly flood: readonly number[];
}

/** Labels the voxels of {@link TEST_BOX} at or above the level, both ways. Allocates in the arena. */
export function testLabels(kernel: Kernel, arena: Arena, voxels: Float32Array): ComponentSizes {
  return { kernels: labelled(kernel, arena, voxels), flood: flooded(voxels) };
}

/** Leaves a few hundred components, some of many voxels. */
const LEVEL = 0.4;

function labelled(kernel: Kernel, arena: Arena, voxels: Float32Array): number[] {
  const [, ny, nz] = TEST_BOX;
  const rowCount = ny * nz;
  const [scratch, rows] = [arena.allocate(planeBytes(TEST_BOX)), arena.allocate(rowTableBytes(rowCount))];
  const planeAt = (z: number) => loadPlane(kernel, voxels, { box: TEST_BOX, z, address: scratch });
  for (let z = 0; z < nz; z++) countRunsPlane(kernel, planeAt(z), { level: LEVEL, z, rows });
  const runCount = offsetRuns(kernel, { rows, rowCount });
  const tables = { rows, runs: arena.allocate(4 * runCount), labels: arena.allocate(4 * runCount) };
  for (let z = 0; z < nz; z++) writeRunsPlane(kernel, planeAt(z), { ...tables, level: LEVEL, z });
  const componentCount = uniteRuns(kernel, TEST_BOX, tables);
  const sizes = arena.allocate(4 * componentCount);
  componentSizes(kernel, tables, { runCount, componentCount, sizes });
  return [...new Uint32Array(kernel.memory.buffer, sizes, componentCount)];
}

function flooded(voxels: Float32Array): number[] {
  const level = Math.fround(LEVEL);
  const seen = new Uint8Array(voxels.length);
  const sizes: number[] = [];
  for (let seed = 0; seed < voxels.length; seed++) {
    if (seen[seed] || voxels[seed]! < level) continue;
    const stack = [seed];
    seen[seed] = 1;
    let size = 0;
    while (stack.length > 0) {
      size++;
      for (const next of neighbours(stack.pop()!)) {
        if (seen[next] || voxels[next]! < level) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    sizes.push(size);
  }
  return sizes;
}

/** The voxels of the 3×3×3 cube about a voxel that lie in the box. */
function* neighbours(at: number): Generator<number> {
  const [nx, ny, nz] = TEST_BOX;
  const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
  for (let k = Math.max(0, z - 1); k <= Math.min(nz - 1, z + 1); k++) {
    for (let j = Math.max(0, y - 1); j <= Math.min(ny - 1, y + 1); j++) {
      for (let i = Math.max(0, x - 1); i <= Math.min(nx - 1, x + 1); i++) yield (k * ny + j) * nx + i;
    }
  }
}
