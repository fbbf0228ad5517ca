import { componentRunsOf, componentWords } from "../component-runs.ts";
import type { Job } from "../job.ts";
import { labelComponents, rankedRuns } from "../phases/components.ts";
import { planesOf } from "../phases/maps.ts";

/** The components of the map above a level, by rank, at rest beside the map. */
export const components: Job<"components"> = ({ map, level }, context) => {
  const { box } = map.grid;
  const found = rankedRuns(context, box, labelComponents(context, planesOf(context, map), level));
  const bytes = context.allocateVolume(4 * componentWords(box, found.runs.length));
  const kept = componentRunsOf(new Uint32Array(bytes), box);
  kept.rows.set(found.rows);
  kept.runs.set(found.runs);
  kept.ranks.set(found.ranks);
  return context.self.volumes.keep(`${map.id}.components.${level}`, bytes);
};
