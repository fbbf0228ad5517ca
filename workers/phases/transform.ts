import type { Triple } from "../../src/core/volume/grid.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { layoutTransform, type Precision, planeAddress, type TransformLayout } from "../kernels/fourier/layout.ts";
import {
  forwardColumns,
  forwardPlanes,
  inverseColumns,
  inversePlanes,
  planTransform,
  type TransformPlan,
} from "../kernels/fourier/transform.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** A box in kernel memory that is transformed in place. */
export interface SharedTransform<P extends Precision = "double"> {
  readonly layout: TransformLayout<P>;
  readonly plan: TransformPlan;
  /** Address of plane 0. */
  readonly data: number;
  readonly scratch: MemberScratch;
}

/** Room and plan for the transform of a box in double precision, from the job's arena. */
export function prepareTransform(context: JobContext, box: Triple): SharedTransform {
  return prepareTransformIn(context, box, "double");
}

/** {@link prepareTransform} in either precision. */
export function prepareTransformIn<P extends Precision>(
  context: JobContext,
  box: Triple,
  precision: P,
): SharedTransform<P> {
  const { arena, self } = context;
  const layout = layoutTransform(box, precision);
  const plan = planTransform(self.kernel, arena, layout);
  return { layout, plan, data: arena.allocate(layout.bytes), scratch: allocateScratch(context, plan.scratchBytes) };
}

/** Map values to spectrum, shared out over the team. The planes must have been loaded. */
export function forward({ team }: JobContext, transform: SharedTransform<Precision>): void {
  team.run(FORWARD_PLANES, transform, transform.layout.nz);
  team.run(FORWARD_COLUMNS, transform, transform.layout.ny);
}

/** Spectrum to map values, divided by the number of voxels. */
export function inverse({ team }: JobContext, transform: SharedTransform<Precision>): void {
  team.run(INVERSE_COLUMNS, transform, transform.layout.ny);
  team.run(INVERSE_PLANES, transform, transform.layout.nz);
}

const FORWARD_PLANES: ComputePhase<SharedTransform<Precision>> = {
  name: "transform.forwardPlanes",
  work: (member, { plan, data, scratch }, z) =>
    forwardPlanes(member.kernel, plan, data, scratchOf(member, scratch), z, z + 1),
};

const FORWARD_COLUMNS: ComputePhase<SharedTransform<Precision>> = {
  name: "transform.forwardColumns",
  work: (member, { plan, data, scratch }, y) =>
    forwardColumns(member.kernel, plan, data, scratchOf(member, scratch), y, y + 1),
};

const INVERSE_COLUMNS: ComputePhase<SharedTransform<Precision>> = {
  name: "transform.inverseColumns",
  work: (member, { plan, data, scratch }, y) =>
    inverseColumns(member.kernel, plan, data, scratchOf(member, scratch), y, y + 1),
};

const INVERSE_PLANES: ComputePhase<SharedTransform<Precision>> = {
  name: "transform.inversePlanes",
  work: (member, { layout, plan, data, scratch }, z) => {
    const scale = 1 / voxelCount([layout.nx, layout.ny, layout.nz]);
    inversePlanes(member.kernel, plan, data, scratchOf(member, scratch), z, z + 1, scale);
  },
};

/** The rows of plane z of a transform in double precision, map values or coefficients, in place. */
export function planeRows(
  memory: WebAssembly.Memory,
  { layout, data }: Pick<SharedTransform, "layout" | "data">,
  z: number,
): Float64Array {
  return new Float64Array(memory.buffer, planeAddress(layout, data, z), layout.planePitch);
}

export const TRANSFORM_PHASES = [FORWARD_PLANES, FORWARD_COLUMNS, INVERSE_COLUMNS, INVERSE_PLANES];
