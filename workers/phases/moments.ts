import type { Axis, Triple } from "../../src/core/volume/grid.ts";
import { largestVarianceSlice, type SliceMoments } from "../../src/core/volume/largest-variance.ts";
import type { JobContext } from "../job.ts";
import { momentWords, planeMoments } from "../kernels/voxels/moments.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import type { ComputePhase } from "./phase.ts";

/** A table of the moments of every plane, in kernel memory. */
export interface MomentTable {
  readonly address: number;
  /** Bytes of one plane's moments. */
  readonly planeBytes: number;
}

/** Room for the moments of every plane of a box; the arena's, not cleared. */
export function allocateMoments({ arena }: JobContext, [nx, ny, nz]: Triple): MomentTable {
  const planeBytes = 8 * momentWords(nx, ny);
  return { address: arena.allocate(planeBytes * nz), planeBytes };
}

/** The table of all planes, for the combining functions; a view. */
export function momentsOf({ self }: JobContext, box: Triple, { address, planeBytes }: MomentTable) {
  return { box, planes: new Float64Array(self.kernel.memory.buffer, address, (planeBytes / 8) * box[2]) };
}

/** Indices of the slices of largest variance across x, y, z. */
export function largestVarianceSlices(slices: Record<Axis, SliceMoments>): Triple {
  return [largestVarianceSlice(slices.x), largestVarianceSlice(slices.y), largestVarianceSlice(slices.z)];
}

export interface MapMoments {
  readonly map: MapPlanes;
  readonly shift: number;
  readonly moments: MomentTable;
}

/** Moments of every plane of the map as it is. */
export const MAP_MOMENTS: ComputePhase<MapMoments> = {
  name: "map.moments",
  work: (member, { map, shift, moments }, z) => {
    const plane = mapPlane(member, map, z);
    planeMoments(member.kernel, plane, { shift, out: moments.address + z * moments.planeBytes });
  },
};
