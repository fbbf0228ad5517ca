import type { Arena, Kernel } from "../kernels/kernel.ts";
import { loadPlane, planeBytes } from "../kernels/voxels/plane.ts";
import {
  combineStatistics,
  mapStatistics,
  planeDeviation,
  planeStatistics,
  STATISTICS_WORDS,
} from "../kernels/voxels/statistics.ts";
import { TEST_BOX } from "./test-volume.ts";

/** The largest relative difference of extremes, mean square and standard deviation from a plain loop in double precision. */
export function testSums(kernel: Kernel, arena: Arena, voxels: Float32Array): number {
  const found = kernelStatistics(kernel, arena, voxels);
  const mean = voxels.reduce((sum, value) => sum + value, 0) / voxels.length;
  const std = Math.sqrt(voxels.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / voxels.length);
  const min = voxels.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const max = voxels.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const differences = [
    (found.min - min) / min,
    (found.max - max) / max,
    (found.mean - mean) / std,
    found.std / std - 1,
  ];
  // NaN must not hide: Math.max keeps it, and no tolerance is above it.
  return Math.max(...differences.map(Math.abs));
}

function kernelStatistics(kernel: Kernel, arena: Arena, voxels: Float32Array) {
  const [, , nz] = TEST_BOX;
  const [address, words] = [arena.allocate(planeBytes(TEST_BOX)), arena.allocate(8 * STATISTICS_WORDS * nz)];
  const planeAt = (z: number) => loadPlane(kernel, voxels, { box: TEST_BOX, z, address });
  for (let z = 0; z < nz; z++) planeStatistics(kernel, planeAt(z), words + 8 * STATISTICS_WORDS * z);
  const planes = new Float64Array(kernel.memory.buffer, words, STATISTICS_WORDS * nz);
  const first = combineStatistics(planes, voxels.length / nz);
  const mean = first.sum / voxels.length;
  const deviations = Float64Array.from({ length: nz }, (_, z) => planeDeviation(kernel, planeAt(z), mean));
  return mapStatistics(first, deviations, voxels.length);
}
