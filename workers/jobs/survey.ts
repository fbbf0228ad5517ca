import { contourLadder } from "../../src/core/volume/contour-suggestion.ts";
import type { Job } from "../job.ts";
import { combineMoments, massMoments } from "../kernels/voxels/slices.ts";
import { measureHistogram } from "../phases/histogram.ts";
import { measureLadder } from "../phases/ladder.ts";
import { planesOf } from "../phases/maps.ts";
import { allocateMoments, largestVarianceSlices, MAP_MOMENTS, momentsOf } from "../phases/moments.ts";
import { measureProjections } from "../phases/projections.ts";
import { measureStatistics } from "../phases/statistics.ts";

/** What a map shows before any level is chosen. @throws map.nonFinite */
export const survey: Job<"survey"> = ({ map }, context) => {
  const { box } = map.grid;
  const planes = planesOf(context, map);
  const statistics = measureStatistics(context, planes);
  context.progress(0.2);
  const moments = allocateMoments(context, box);
  context.team.run(MAP_MOMENTS, { map: planes, shift: statistics.mean, moments }, box[2]);
  const projections = measureProjections(context, planes, { moments, shift: statistics.mean });
  const slices = combineMoments(momentsOf(context, box, moments));
  context.progress(0.4);
  const histogram = measureHistogram(context, planes, statistics);
  context.progress(0.6);
  return {
    statistics,
    histogram,
    maxVarianceSlices: largestVarianceSlices(slices),
    projections,
    firstMoments: massMoments(slices, statistics.mean).first,
    ladder: measureLadder(context, planes, contourLadder(histogram, statistics)),
  };
};
