import type { ComputeMember, JobContext } from "../job.ts";
import { backgroundDeviation, backgroundOutliers, backgroundSum } from "../kernels/voxels/background.ts";
import { countEqual, countEqualOnFaces } from "../kernels/voxels/equal.ts";
import { outlierPlane } from "../kernels/voxels/masks.ts";
import { planeMoments } from "../kernels/voxels/moments.ts";
import { countKeys, KEY_HISTOGRAM_BYTES, type KeyHalf } from "../kernels/voxels/order-statistic.ts";
import { type MaskedPlanes, mapPlane, maskPlane } from "./maps.ts";
import type { MomentTable } from "./moments.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { countByMembers } from "./tables.ts";

interface Masked {
  readonly planes: MaskedPlanes;
}

/** Two float64 a plane: address of those of plane 0. */
interface Words {
  readonly out: number;
}

/** Voxels and Σv outside the mask. */
export const BACKGROUND_SUMS: ComputePhase<Masked & Words> = {
  name: "background.sums",
  work: (member, { planes, out }, z) => {
    const plane = mapPlane(member, planes, z);
    backgroundSum(member.kernel, plane, { mask: maskPlane(member, planes, z), out: out + 16 * z });
  },
};

/** Σ(v − mean)² outside the mask; the second word is 0. */
export const BACKGROUND_DEVIATIONS: ComputePhase<Masked & Words & { mean: number }> = {
  name: "background.deviations",
  work: (member, { planes, mean, out }, z) => {
    const plane = mapPlane(member, planes, z);
    write(member, out + 16 * z, [
      backgroundDeviation(member.kernel, plane, { mask: maskPlane(member, planes, z), mean }),
      0,
    ]);
  },
};

/** Voxels outside the mask beyond the limit, about zero and about the mean. */
export const BACKGROUND_OUTLIERS: ComputePhase<Masked & Words & { mean: number; limit: number }> = {
  name: "background.outliers",
  work: (member, { planes, mean, limit, out }, z) => {
    const plane = mapPlane(member, planes, z);
    const slot = out + 16 * z;
    backgroundOutliers(member.kernel, plane, { mask: maskPlane(member, planes, z), mean, limit, out: slot });
    const [aboutZero, aboutMean] = new Uint32Array(member.kernel.memory.buffer, slot, 2);
    write(member, slot, [aboutZero!, aboutMean!]);
  },
};

/** Voxels equal to a value: outside the mask, and on the faces of the box. */
export const BACKGROUND_EQUALS: ComputePhase<Masked & Words & { value: number }> = {
  name: "background.equals",
  work: (member, { planes, value, out }, z) => {
    const plane = mapPlane(member, planes, z);
    const outside = countEqual(member.kernel, plane, { mask: maskPlane(member, planes, z), value });
    const faces = countEqualOnFaces(member.kernel, plane, { z, nz: planes.box[2], value });
    write(member, out + 16 * z, [outside, faces]);
  },
};

/** Moments of the outliers: the map where it lies outside the mask and beyond the limit, 0 elsewhere. */
export const OUTLIER_MOMENTS: ComputePhase<Masked & { limit: number; moments: MomentTable }> = {
  name: "background.outlierMoments",
  work: (member, { planes, limit, moments }, z) => {
    const plane = mapPlane(member, planes, z);
    outlierPlane(member.kernel, plane, { mask: maskPlane(member, planes, z), limit, out: plane.address });
    planeMoments(member.kernel, plane, { shift: 0, out: moments.address + z * moments.planeBytes });
  },
};

const COUNT_KEYS: ComputePhase<Masked & { keys: KeyHalf; histograms: MemberScratch }> = {
  name: "background.keys",
  work: (member, { planes, keys, histograms }, z) => {
    const plane = mapPlane(member, planes, z);
    const region = { mask: maskPlane(member, planes, z), side: "outside" } as const;
    countKeys(member.kernel, plane, { region, keys, histogram: scratchOf(member, histograms) });
  },
};

/** The key histogram of the background, one pass over the map. */
export function keyHistogram(context: JobContext, planes: MaskedPlanes, keys: KeyHalf): Uint32Array {
  return countByMembers(context, KEY_HISTOGRAM_BYTES, (histograms) =>
    context.team.run(COUNT_KEYS, { planes, keys, histograms }, planes.box[2]),
  );
}

function write(member: ComputeMember, address: number, words: readonly [number, number]): void {
  new Float64Array(member.kernel.memory.buffer, address, 2).set(words);
}

export const BACKGROUND_PHASES = [
  BACKGROUND_SUMS,
  BACKGROUND_DEVIATIONS,
  BACKGROUND_OUTLIERS,
  BACKGROUND_EQUALS,
  OUTLIER_MOMENTS,
  COUNT_KEYS,
];
