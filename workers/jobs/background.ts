import { type BackgroundFacts, isMasked, measureBackground, OUTLIER_SIGMAS } from "../../src/core/volume/background.ts";
import { effectiveVoxels } from "../../src/core/volume/effective-voxels.ts";
import type { Job, JobContext } from "../job.ts";
import { faceVoxels } from "../kernels/voxels/equal.ts";
import { orderStatistic } from "../kernels/voxels/order-statistic.ts";
import { combineMoments } from "../kernels/voxels/slices.ts";
import { autocorrelationShells } from "../phases/autocorrelation.ts";
import {
  BACKGROUND_DEVIATIONS,
  BACKGROUND_EQUALS,
  BACKGROUND_OUTLIERS,
  BACKGROUND_SUMS,
  keyHistogram,
  OUTLIER_MOMENTS,
} from "../phases/background.ts";
import { type MaskedPlanes, maskedPlanesOf } from "../phases/maps.ts";
import { allocateMoments, largestVarianceSlices, momentsOf } from "../phases/moments.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { sliceFigure } from "../slice-figure.ts";

/** The voxels outside the hard mask: distribution, outliers, and how many of them are independent. */
export const background: Job<"background"> = ({ map, mask }, context) => {
  const planes = maskedPlanesOf(context, map, mask);
  const { voxels, mean, squaredDeviations } = distribution(context, planes);
  const std = Math.sqrt(squaredDeviations / voxels);
  context.progress(0.1);
  const limit = OUTLIER_SIGMAS * std;
  const [beyondAboutZero, beyondAboutMean] = sumWords(context, BACKGROUND_OUTLIERS, { planes, mean, limit });
  const median = orderStatistic(Math.floor(voxels / 2), (keys) => keyHistogram(context, planes, keys));
  const [equalToMedian, facesEqual] = sumWords(context, BACKGROUND_EQUALS, { planes, value: median });
  context.progress(0.25);
  const constant = { voxels, equalToMedian, facesEqualToMedian: facesEqual / faceVoxels(planes.box) };
  const judgeable = !isMasked(constant) && std > 0;
  const facts: BackgroundFacts = {
    ...constant,
    mean,
    squaredDeviations,
    beyondAboutZero,
    beyondAboutMean,
    effectiveVoxels: judgeable ? independentVoxels(context, planes, { voxels, mean }) : null,
  };
  context.progress(0.95);
  return { measurements: measureBackground(facts), outliers: outlierFigure(context, planes, limit) };
};

function distribution(context: JobContext, planes: MaskedPlanes) {
  const [voxels, sum] = sumWords(context, BACKGROUND_SUMS, { planes });
  const mean = sum / voxels;
  const [squaredDeviations] = sumWords(context, BACKGROUND_DEVIATIONS, { planes, mean });
  return { voxels, mean, squaredDeviations };
}

/** Runs a phase that leaves two float64 a plane, and adds them up in z order. */
function sumWords<Args extends { planes: MaskedPlanes }>(
  { arena, team, self }: JobContext,
  phase: ComputePhase<Args & { out: number }>,
  args: Args,
): [number, number] {
  const nz = args.planes.box[2];
  const out = arena.allocate(16 * nz);
  team.run(phase, { ...args, out }, nz);
  const words = new Float64Array(self.kernel.memory.buffer, out, 2 * nz);
  const total: [number, number] = [0, 0];
  words.forEach((word, i) => {
    total[i % 2]! += word;
  });
  return total;
}

function independentVoxels(
  context: JobContext,
  planes: MaskedPlanes,
  { voxels, mean }: { voxels: number; mean: number },
): number {
  const deviations = autocorrelationShells(context, planes, { of: "deviations", mean });
  context.progress(0.6);
  const indicator = autocorrelationShells(context, planes, { of: "indicator", mean: 0 });
  return effectiveVoxels(voxels, deviations, indicator);
}

function outlierFigure(context: JobContext, planes: MaskedPlanes, limit: number) {
  const { box } = planes;
  const moments = allocateMoments(context, box);
  context.team.run(OUTLIER_MOMENTS, { planes, limit, moments }, box[2]);
  const indices = largestVarianceSlices(combineMoments(momentsOf(context, box, moments)));
  const voxels = context.self.volumes.voxels(planes.id);
  const mask = context.self.volumes.mask(planes.maskId);
  return sliceFigure(box, indices, (x, y, z) => {
    const i = (z * box[1] + y) * box[0] + x;
    return mask[i] === 0 && Math.abs(voxels[i]!) > limit ? voxels[i]! : 0;
  });
}
