import type { Triple } from "../../src/core/volume/grid.ts";
import { SOFT_MASK_DECAY } from "../../src/core/volume/soft-mask-slice.ts";
import type { MapHandle, MaskHandle } from "../handles.ts";
import type { Job, JobContext } from "../job.ts";
import { loadMaskPlane } from "../kernels/fourier/planes.ts";
import { multiplySpectrum, type SeparableWeights, writeGaussianWeights } from "../kernels/fourier/spectrum.ts";
import { type MaskedPlanes, maskedPlanesOf, maskPlane } from "../phases/maps.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { largestVarianceFigure } from "../phases/real-planes.ts";
import { forward, inverse, prepareTransform, type SharedTransform } from "../phases/transform.ts";

/** The slices of largest variance of the hard mask after smoothing, negative ripples raised to 0. No number uses it. */
export const softenMask: Job<"softenMask"> = (request, context) => {
  const transform = soften(context, request);
  context.progress(0.9);
  return largestVarianceFigure(context, transform, { range: "nonNegative", shift: 0 });
};

/** The smoothed mask in the job's arena, its ripples not yet raised. */
export function soften(context: JobContext, { map, mask }: { map: MapHandle; mask: MaskHandle }): SharedTransform {
  const box: Triple = map.grid.box;
  const transform = prepareTransform(context, box);
  const weights = writeGaussianWeights(context.arena, transform.layout, SOFT_MASK_DECAY);
  context.team.run(LOAD, { planes: maskedPlanesOf(context, map, mask), transform }, box[2]);
  forward(context, transform);
  context.team.run(SMOOTH, { transform, weights }, box[2]);
  inverse(context, transform);
  return transform;
}

const LOAD: ComputePhase<{ planes: MaskedPlanes; transform: SharedTransform }> = {
  name: "softMask.load",
  work: (member, { planes, transform: { layout, data } }, z) =>
    loadMaskPlane(member.kernel, layout, data, z, { mask: maskPlane(member, planes, z), side: "inside" }),
};

const SMOOTH: ComputePhase<{ transform: SharedTransform; weights: SeparableWeights }> = {
  name: "softMask.smooth",
  work: (member, { transform: { layout, data }, weights }, z) =>
    multiplySpectrum(member.kernel, layout, data, z, weights),
};

export const SOFT_MASK_PHASES = [LOAD, SMOOTH];
