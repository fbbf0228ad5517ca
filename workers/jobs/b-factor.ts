import { asXmippOption } from "../../src/core/format/printf.ts";
import {
  describeGuinier,
  fitGuinier,
  type GuinierOptions,
  guinierPoints,
  type RadialAmplitudes,
} from "../../src/core/fourier/guinier.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { SliceFigure } from "../../src/report/figures.ts";
import type { Job, JobContext } from "../job.ts";
import { loadPlane } from "../kernels/fourier/planes.ts";
import type { ShellPartials } from "../kernels/fourier/shells.ts";
import {
  allocateAmplitudeShells,
  combineAmplitudes,
  type LimitedWeights,
  multiplySpectrumWithin,
  sumAmplitudes,
  writeGaussianWeights,
} from "../kernels/fourier/spectrum.ts";
import { type MapPlanes, mapPlane, planesOf } from "../phases/maps.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { largestVarianceFigure } from "../phases/real-planes.ts";
import { forward, inverse, prepareTransform, type SharedTransform } from "../phases/transform.ts";
import { sliceFigure } from "../slice-figure.ts";

/**
 * Guinier plot, its line, and the map corrected by the fitted B-factor. Without a resolution the plot reaches Nyquist and
 * no line is drawn; without a line VRS's corrected map is all "not a number" and its slices are 0, 0, 0.
 */
export const bFactor: Job<"bFactor"> = ({ map, mean, resolution }, context) => {
  const { box, voxelSize } = map.grid;
  const transform = prepareTransform(context, box);
  context.team.run(LOAD, { map: planesOf(context, map), transform }, box[2]);
  forward(context, transform);
  setMean(context, transform, mean);
  context.progress(0.4);
  const size = asXmippOption(voxelSize[0]);
  const options = { voxelSize: size, resolution: resolution === null ? 2 * size : Math.fround(resolution) };
  const points = guinierPoints(amplitudes(context, transform), options);
  const fit = fitGuinier(resolution === null ? points.map((p) => ({ ...p, fitted: false })) : points);
  if (fit.bFactor === null) {
    const nothing = sliceFigure(box, [0, 0, 0], () => Number.NaN);
    return { measurements: describeGuinier(points, fit, null), corrected: resolution === null ? null : nothing };
  }
  const corrected = correct(context, transform, { ...options, bFactor: fit.bFactor, mean });
  return {
    measurements: describeGuinier(points, fit, guinierPoints(corrected.amplitudes, options)),
    corrected: corrected.figure,
  };
};

function amplitudes(context: JobContext, transform: SharedTransform): RadialAmplitudes {
  const shells = allocateAmplitudeShells(context.arena, transform.layout);
  context.team.run(SUM_AMPLITUDES, { transform, shells }, transform.layout.nz);
  return combineAmplitudes(context.self.kernel, transform.layout, shells);
}

interface Correction extends GuinierOptions {
  readonly bFactor: number;
  readonly mean: number;
}

/** Multiplies by exp(−B/(4d²)) down to the resolution: negative B sharpens. Leaves the corrected map in the transform. */
function correct(
  context: JobContext,
  transform: SharedTransform,
  { bFactor, voxelSize, resolution, mean }: Correction,
): { amplitudes: RadialAmplitudes; figure: SliceFigure } {
  const weights = writeGaussianWeights(context.arena, transform.layout, bFactor / (4 * voxelSize * voxelSize));
  context.team.run(CORRECT, { transform, limited: { weights, voxelSize, finest: resolution } }, transform.layout.nz);
  const after = amplitudes(context, transform);
  context.progress(0.6);
  inverse(context, transform);
  context.progress(0.9);
  return { amplitudes: after, figure: largestVarianceFigure(context, transform, { range: "plain", shift: mean }) };
}

/** The DC term from the map's double-precision sum, rather than from the transform's own order of addition. */
function setMean({ self }: JobContext, { layout, data }: SharedTransform, mean: number): void {
  const voxels = voxelCount([layout.nx, layout.ny, layout.nz]);
  new Float64Array(self.kernel.memory.buffer, data, 1)[0] = mean * voxels;
}

const LOAD: ComputePhase<{ map: MapPlanes; transform: SharedTransform }> = {
  name: "bFactor.load",
  work: (member, { map, transform: { layout, data } }, z) =>
    loadPlane(member.kernel, layout, data, z, mapPlane(member, map, z).address),
};

const SUM_AMPLITUDES: ComputePhase<{ transform: SharedTransform; shells: ShellPartials }> = {
  name: "bFactor.amplitudes",
  work: (member, { transform: { layout, data }, shells }, z) => sumAmplitudes(member.kernel, layout, data, z, shells),
};

const CORRECT: ComputePhase<{ transform: SharedTransform; limited: LimitedWeights }> = {
  name: "bFactor.correct",
  work: (member, { transform: { layout, data }, limited }, z) =>
    multiplySpectrumWithin(member.kernel, layout, data, z, limited),
};

export const B_FACTOR_PHASES = [LOAD, SUM_AMPLITUDES, CORRECT];
