import { nonFiniteError } from "../../src/core/mrc/refusals.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { MapStatistics } from "../../src/core/volume/statistics.ts";
import type { JobContext } from "../job.ts";
import {
  combineStatistics,
  mapStatistics,
  planeDeviation,
  planeStatistics,
  STATISTICS_WORDS,
} from "../kernels/voxels/statistics.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import type { ComputePhase } from "./phase.ts";

/** Statistics of the whole map in two passes. @throws map.nonFinite with the number of bad values and the first of them */
export function measureStatistics({ arena, team, self }: JobContext, map: MapPlanes): MapStatistics {
  const [nx, ny, nz] = map.box;
  const words = arena.allocate(8 * STATISTICS_WORDS * nz);
  const deviations = arena.allocate(8 * nz);
  team.run(EXTREMES, { map, out: words }, nz);
  const { buffer } = self.kernel.memory;
  const first = combineStatistics(new Float64Array(buffer, words, STATISTICS_WORDS * nz), nx * ny);
  if (first.nonFinite > 0) {
    const at = first.firstNonFinite;
    const index = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))] as const;
    throw nonFiniteError(first.nonFinite, index);
  }
  const voxels = voxelCount(map.box);
  team.run(DEVIATIONS, { map, mean: first.sum / voxels, out: deviations }, nz);
  return mapStatistics(first, new Float64Array(buffer, deviations, nz), voxels);
}

const EXTREMES: ComputePhase<{ map: MapPlanes; out: number }> = {
  name: "statistics.extremes",
  work: (member, { map, out }, z) =>
    planeStatistics(member.kernel, mapPlane(member, map, z), out + 8 * STATISTICS_WORDS * z),
};

const DEVIATIONS: ComputePhase<{ map: MapPlanes; mean: number; out: number }> = {
  name: "statistics.deviations",
  work: (member, { map, mean, out }, z) => {
    const sum = planeDeviation(member.kernel, mapPlane(member, map, z), mean);
    new Float64Array(member.kernel.memory.buffer, out + 8 * z, 1)[0] = sum;
  },
};

export const STATISTICS_PHASES = [EXTREMES, DEVIATIONS];
