import type { LevelMeasurement } from "../../src/core/volume/contour-suggestion.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { componentSizes, uniteRuns } from "../kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../kernels/labels/runs.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

interface Ladder {
  readonly map: MapPlanes;
  readonly levels: readonly number[];
  /** Row tables of all levels, one after the other. */
  readonly rows: number;
  readonly rowBytes: number;
}

interface LabelledLadder {
  readonly map: MapPlanes;
  readonly rungs: readonly { readonly level: number; readonly rows: number; readonly runCount: number }[];
  /** Runs, labels and sizes of one level at a time, each member. */
  readonly tables: MemberScratch;
  readonly tableBytes: number;
  /** Components, voxels and largest component of each level: three float64. */
  readonly out: number;
}

/**
 * A level that cuts the map into more runs than this share of its voxels lies in the noise: there, pieces say nothing of
 * the molecule (in three dimensions noise alone connects from some 10 % of the voxels on), and counting them takes long.
 */
const NOISE = 1 / 50;

/** Components of the map at those of the levels that clear the noise; every worker takes whole levels. */
export function measureLadder(context: JobContext, map: MapPlanes, levels: readonly number[]): LevelMeasurement[] {
  const { arena, team, self } = context;
  const [, ny, nz] = map.box;
  return arena.scope(() => {
    const rowBytes = rowTableBytes(ny * nz);
    const ladder: Ladder = { map, levels, rows: arena.allocate(rowBytes * levels.length), rowBytes };
    team.run(COUNT, ladder, nz);
    const rungs = levels
      .map((level, i) => ({ level, rows: ladder.rows + i * rowBytes }))
      .map((rung) => ({ ...rung, runCount: offsetRuns(self.kernel, { rows: rung.rows, rowCount: ny * nz }) }))
      .filter(({ runCount }) => runCount <= NOISE * voxelCount(map.box));
    const tableBytes = 4 * Math.max(0, ...rungs.map(({ runCount }) => runCount));
    const tables = allocateScratch(context, 3 * tableBytes);
    const out = arena.allocate(24 * rungs.length);
    team.run(LABEL, { map, rungs, tables, tableBytes, out }, rungs.length);
    const words = new Float64Array(self.kernel.memory.buffer, out, 3 * rungs.length);
    return rungs.map(({ level }, i) => {
      const [components, voxels, largestVoxels] = words.subarray(3 * i);
      return { level, components: components!, voxels: voxels!, largestVoxels: largestVoxels! };
    });
  });
}

const COUNT: ComputePhase<Ladder> = {
  name: "ladder.count",
  work: (member, { map, levels, rows, rowBytes }, z) => {
    const plane = mapPlane(member, map, z);
    levels.forEach((level, i) => {
      countRunsPlane(member.kernel, plane, { level, z, rows: rows + i * rowBytes });
    });
  },
};

const LABEL: ComputePhase<LabelledLadder> = {
  name: "ladder.label",
  work: (member, { map, rungs, tables, tableBytes, out }, i) => {
    const { kernel } = member;
    const { level, rows, runCount } = rungs[i]!;
    const runs = scratchOf(member, tables);
    const [labels, sizes] = [runs + tableBytes, runs + 2 * tableBytes];
    const labelled = { rows, runs, labels };
    for (let z = 0; z < map.box[2]; z++) writeRunsPlane(kernel, mapPlane(member, map, z), { ...labelled, level, z });
    const componentCount = uniteRuns(kernel, map.box, labelled);
    componentSizes(kernel, labelled, { runCount, componentCount, sizes });
    let [voxels, largest] = [0, 0];
    for (const size of new Uint32Array(kernel.memory.buffer, sizes, componentCount)) {
      voxels += size;
      largest = Math.max(largest, size);
    }
    new Float64Array(kernel.memory.buffer, out + 24 * i, 3).set([componentCount, voxels, largest]);
  },
};

export const LADDER_PHASES = [COUNT, LABEL];
