import { nonFiniteError } from "../../src/core/mrc/refusals.ts";
import { contourLadder, type LevelMeasurement } from "../../src/core/volume/contour-suggestion.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { MapHistogram } from "../../src/core/volume/histogram.ts";
import type { MapStatistics } from "../../src/core/volume/statistics.ts";
import { combineMoments, massMoments } from "../kernels/voxels/slices.ts";
import { combineStatistics, mapStatistics, planeDeviation, planeStatistics, STATISTICS_WORDS } from "../kernels/voxels/statistics.ts";
import type { Job, JobContext } from "../job.ts";
import { allocateMoments, largestVarianceSlices, MAP_MOMENTS, momentsOf } from "../phases/moments.ts";
import { type MapPlanes, mapPlane, planesOf } from "../phases/maps.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { findSpike, measureHistogram } from "./survey/histogram.ts";
import { measureLadder } from "./survey/ladder.ts";
import { measureProjections } from "./survey/projections.ts";

/** What a map shows before any level is chosen. @throws map.nonFinite */
export const survey: Job<"survey"> = async ({ map }, context) => {
  const { box } = map.grid;
  const planes = planesOf(context, map);
  const statistics = measureStatistics(context, planes);
  context.progress(0.2);
  const moments = allocateMoments(context, box);
  context.team.run(MAP_MOMENTS, { map: planes, shift: statistics.mean, moments }, box[2]);
  const table = momentsOf(context, box, moments);
  const slices = combineMoments(table);
  const projections = measureProjections(context, planes, { table, shift: statistics.mean });
  context.progress(0.4);
  const histogram = await measureHistogram(context, planes, statistics);
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
