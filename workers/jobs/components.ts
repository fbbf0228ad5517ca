import { voxelCount } from "../../src/core/volume/grid.ts";
import { componentRunsOf, componentWords, ranksOf } from "../component-runs.ts";
import type { Job } from "../job.ts";
import { labelComponents } from "../phases/components.ts";
import { planesOf } from "../phases/maps.ts";

/** The components of the map above a level, by rank, at rest beside the map. */
export const components: Job<"components"> = ({ map, level }, context) => {
  const { box } = map.grid;
  const { tables, sizes } = labelComponents(context, planesOf(context, map), level);
  const { buffer } = context.self.kernel.memory;
  const rows = new Uint32Array(buffer, tables.rows, voxelCount(box) / box[0] + 1);
  const runCount = rows.at(-1)!;
  const bytes = context.allocateVolume(4 * componentWords(box, runCount));
  const kept = componentRunsOf(new Uint32Array(bytes), box);
  kept.rows.set(rows);
  kept.runs.set(new Uint32Array(buffer, tables.runs, runCount));
  const [labels, ranks] = [new Uint32Array(buffer, tables.labels, runCount), ranksOf(sizes)];
  for (let run = 0; run < runCount; run++) kept.ranks[run] = ranks[labels[run]! - 1]!;
  return context.self.volumes.keep(`${map.id}.components.${level}`, bytes);
};
