import type { Triple } from "../../src/core/volume/grid.ts";
import type { SliceFigure } from "../../src/report/figures.ts";
import type { JobContext } from "../job.ts";
import { unloadPlane } from "../kernels/fourier/planes.ts";
import { planeMoments } from "../kernels/voxels/moments.ts";
import { planeBytes } from "../kernels/voxels/plane.ts";
import { combineMoments } from "../kernels/voxels/slices.ts";
import { sliceFigure } from "../slice-figure.ts";
import { allocateMoments, largestVarianceSlices, type MomentTable, momentsOf } from "./moments.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";
import type { SharedTransform } from "./transform.ts";

interface RealPlanes {
  readonly transform: SharedTransform;
  readonly range: "plain" | "nonNegative";
  readonly shift: number;
  readonly planes: MemberScratch;
  readonly moments: MomentTable;
}

/**
 * The slices of largest variance of a volume that an inverse transform has left in kernel memory, rounded to float32 as
 * the reference programs store it. @param shift near the volume's mean
 */
export function largestVarianceFigure(
  context: JobContext,
  transform: SharedTransform,
  { range, shift }: { range: "plain" | "nonNegative"; shift: number },
): SliceFigure {
  const { layout } = transform;
  const box: Triple = [layout.nx, layout.ny, layout.nz];
  const moments = allocateMoments(context, box);
  const planes = allocateScratch(context, planeBytes(box));
  context.team.run(REAL_PLANE_MOMENTS, { transform, range, shift, planes, moments }, layout.nz);
  const indices = largestVarianceSlices(combineMoments(momentsOf(context, box, moments)));
  return sliceFigure(box, indices, realValueOf(context, transform, range));
}

function realValueOf(context: JobContext, { layout, data }: SharedTransform, range: "plain" | "nonNegative") {
  const values = new Float64Array(context.self.kernel.memory.buffer, data, layout.bytes / 8);
  const lowest = range === "plain" ? Number.NEGATIVE_INFINITY : 0;
  return (x: number, y: number, z: number) =>
    Math.max(lowest, Math.fround(values[z * layout.planePitch + y * layout.rowPitch + x]!));
}

const REAL_PLANE_MOMENTS: ComputePhase<RealPlanes> = {
  name: "realPlanes.moments",
  work: (member, { transform, range, shift, planes, moments }, z) => {
    const { layout, data } = transform;
    const address = scratchOf(member, planes);
    unloadPlane(member.kernel, layout, data, z, address, range);
    const out = moments.address + z * moments.planeBytes;
    planeMoments(member.kernel, { address, nx: layout.nx, ny: layout.ny }, { shift, out });
  },
};

export const REAL_PLANE_PHASES = [REAL_PLANE_MOMENTS];
