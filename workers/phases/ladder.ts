import type { LevelMeasurement } from "../../src/core/volume/contour-suggestion.ts";
import { componentSizes, uniteRuns } from "../kernels/labels/components.ts";
import { countRunsPlane, offsetRuns, rowTableBytes, writeRunsPlane } from "../kernels/labels/runs.ts";
import type { JobContext } from "../job.ts";
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

interface LabelledLadder extends Ladder {
  readonly runCounts: readonly number[];
  /** Runs, labels and sizes of one level at a time, each member. */
  readonly tables: MemberScratch;
  readonly tableBytes: number;
  /** Components, voxels and largest component of each level: three float64. */
  readonly out: number;
}

/** Components of the map at each level, ascending: every worker takes whole levels. */
export function measureLadder(context: JobContext, map: MapPlanes, levels: readonly number[]): LevelMeasurement[] {
  const { arena, team, self } = context;
  const [, ny, nz] = map.box;
  return arena.scope(() => {
    const rowBytes = rowTableBytes(ny * nz);
    const ladder: Ladder = { map, levels, rows: arena.allocate(rowBytes * levels.length), rowBytes };
    team.run(COUNT, ladder, nz);
    const runCounts = levels.map((_, i) =>
      offsetRuns(self.kernel, { rows: ladder.rows + i * rowBytes, rowCount: ny * nz }),
    );
    const tableBytes = 4 * Math.max(0, ...runCounts);
    const tables = allocateScratch(context, 3 * tableBytes);
    const out = arena.allocate(24 * levels.length);
    team.run(LABEL, { ...ladder, runCounts, tables, tableBytes, out }, levels.length);
    const words = new Float64Array(self.kernel.memory.buffer, out, 3 * levels.length);
    return levels.map((level, i) => {
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
  work: (member, { map, levels, rows, rowBytes, runCounts, tables, tableBytes, out }, i) => {
    const { kernel } = member;
    const runs = scratchOf(member, tables);
    const [labels, sizes] = [runs + tableBytes, runs + 2 * tableBytes];
    const level = { rows: rows + i * rowBytes, runs, labels };
    for (let z = 0; z < map.box[2]; z++) writeRunsPlane(kernel, mapPlane(member, map, z), { ...level, level: levels[i]!, z });
    const componentCount = uniteRuns(kernel, map.box, level);
    componentSizes(kernel, level, { runCount: runCounts[i]!, componentCount, sizes });
    let [voxels, largest] = [0, 0];
    for (const size of new Uint32Array(kernel.memory.buffer, sizes, componentCount)) {
      voxels += size;
      largest = Math.max(largest, size);
    }
    new Float64Array(kernel.memory.buffer, out + 24 * i, 3).set([componentCount, voxels, largest]);
  },
};

export const LADDER_PHASES = [COUNT, LABEL];
