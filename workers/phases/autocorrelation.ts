import type { ShiftShells } from "../../src/core/volume/effective-voxels.ts";
import type { JobContext } from "../job.ts";
import { allocateShiftShells, powerSpectrum, sumShifts } from "../kernels/fourier/autocorrelation.ts";
import { loadBackgroundPlane, loadMaskPlane } from "../kernels/fourier/planes.ts";
import { combineShells, type ShellPartials } from "../kernels/fourier/shells.ts";
import { type MaskedPlanes, mapPlane, maskPlane } from "./maps.ts";
import type { ComputePhase } from "./phase.ts";
import { forward, inverse, prepareTransform, type SharedTransform } from "./transform.ts";

/** The background's deviations from a mean, or its indicator (1 outside the mask). */
interface Subject {
  readonly of: "deviations" | "indicator";
  readonly mean: number;
}

/** Shells of the circular autocorrelation of the background, by two transforms. */
export function autocorrelationShells(context: JobContext, planes: MaskedPlanes, subject: Subject): ShiftShells {
  const { arena, team, self } = context;
  const nz = planes.box[2];
  return arena.scope(() => {
    const transform = prepareTransform(context, planes.box);
    const shells = allocateShiftShells(arena, transform.layout);
    team.run(LOAD, { planes, subject, transform }, nz);
    forward(context, transform);
    team.run(POWER, transform, nz);
    inverse(context, transform);
    team.run(SUM_SHIFTS, { transform, shells }, nz);
    return combineShells(self.kernel, shells);
  });
}

const LOAD: ComputePhase<{ planes: MaskedPlanes; subject: Subject; transform: SharedTransform }> = {
  name: "autocorrelation.load",
  work: (member, { planes, subject, transform: { layout, data } }, z) => {
    const mask = maskPlane(member, planes, z);
    if (subject.of === "indicator") return loadMaskPlane(member.kernel, layout, data, z, { mask, side: "outside" });
    const source = mapPlane(member, planes, z).address;
    return loadBackgroundPlane(member.kernel, layout, data, z, { source, mask, mean: subject.mean });
  },
};

const POWER: ComputePhase<SharedTransform> = {
  name: "autocorrelation.power",
  work: (member, { layout, data }, z) => powerSpectrum(member.kernel, layout, data, z),
};

const SUM_SHIFTS: ComputePhase<{ transform: SharedTransform; shells: ShellPartials }> = {
  name: "autocorrelation.shells",
  work: (member, { transform: { layout, data }, shells }, z) => sumShifts(member.kernel, layout, data, z, shells),
};

export const AUTOCORRELATION_PHASES = [LOAD, POWER, SUM_SHIFTS];
