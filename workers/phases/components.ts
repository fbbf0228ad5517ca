import type { Triple } from "../../src/core/volume/grid.ts";
import { type ComponentRuns, ranksOf } from "../component-runs.ts";
import type { JobContext } from "../job.ts";
import { componentSizes, type LabelledRuns, uniteRuns } from "../kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../kernels/labels/runs.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import type { ComputePhase } from "./phase.ts";

/** The components of the map above a level. */
export interface Components {
  /** In the job's arena. */
  readonly tables: LabelledRuns;
  /** Voxels of each component, label 1 first; a copy. */
  readonly sizes: Uint32Array;
}

/** Labels the 26-connected components of v ≥ level: runs by the whole team, their union by the lead. */
export function labelComponents(context: JobContext, map: MapPlanes, level: number): Components {
  const { arena, team, self } = context;
  const [, ny, nz] = map.box;
  const rows = arena.allocate(rowTableBytes(ny * nz));
  team.run(COUNT_RUNS, { map, level, rows }, nz);
  const runCount = offsetRuns(self.kernel, { rows, rowCount: ny * nz });
  const tables = { rows, runs: arena.allocate(4 * runCount), labels: arena.allocate(4 * runCount) };
  team.run(WRITE_RUNS, { map, level, ...tables }, nz);
  const componentCount = uniteRuns(self.kernel, map.box, tables);
  const sizes = arena.allocate(4 * componentCount);
  componentSizes(self.kernel, tables, { runCount, componentCount, sizes });
  return { tables, sizes: new Uint32Array(self.kernel.memory.buffer, sizes, componentCount).slice() };
}

/** The runs of a box with the rank of their component. `rows` and `runs` are views of the job's arena, `ranks` a copy. */
export function rankedRuns({ self }: JobContext, [, ny, nz]: Triple, { tables, sizes }: Components): ComponentRuns {
  const { buffer } = self.kernel.memory;
  const rows = new Uint32Array(buffer, tables.rows, ny * nz + 1);
  const runCount = rows.at(-1)!;
  const byLabel = ranksOf(sizes);
  const ranks = new Uint32Array(buffer, tables.labels, runCount).map((label) => byLabel[label - 1]!);
  return { rows, runs: new Uint32Array(buffer, tables.runs, runCount), ranks };
}

const COUNT_RUNS: ComputePhase<{ map: MapPlanes; level: number; rows: number }> = {
  name: "components.countRuns",
  work: (member, { map, level, rows }, z) => {
    countRunsPlane(member.kernel, mapPlane(member, map, z), { level, z, rows });
  },
};

const WRITE_RUNS: ComputePhase<{ map: MapPlanes; level: number; rows: number; runs: number }> = {
  name: "components.writeRuns",
  work: (member, { map, level, rows, runs }, z) => {
    writeRunsPlane(member.kernel, mapPlane(member, map, z), { level, z, rows, runs });
  },
};

export const COMPONENT_PHASES = [COUNT_RUNS, WRITE_RUNS];
