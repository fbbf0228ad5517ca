import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { countAboveLevels } from "../kernels/voxels/levels.ts";
import { maskedPlane, maskPlaneCounts, overlap, thresholdPlane } from "../kernels/voxels/masks.ts";
import { planeMoments } from "../kernels/voxels/moments.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import { allocateMoments, type MomentTable } from "./moments.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** Tables that {@link COMPARE_MASKS} fills, plane by plane; addresses. */
export interface MaskTables {
  readonly level: number;
  /** The hard mask, a whole volume of bytes. */
  readonly hardMask: number;
  /** Room for one plane of the raw mask, each member. */
  readonly rawPlanes: MemberScratch;
  /** Voxels set per row and column of each plane. */
  readonly rawCounts: number;
  readonly hardCounts: number;
  /** Voxels in both masks, one word a plane. */
  readonly overlaps: number;
  /** Float32 levels, ascending, and the voxels above each, `levelCount` words a plane. */
  readonly levels: number;
  readonly levelCount: number;
  readonly above: number;
  /** Of max(v, 0) inside the hard mask. */
  readonly moments: MomentTable;
}

/** Room for the comparison of the raw and the hard mask. @param levels ascending */
export function allocateMasks(
  context: JobContext,
  box: Triple,
  { level, levels, hardMask }: { level: number; levels: readonly number[]; hardMask: number },
): MaskTables {
  const { arena, self } = context;
  const [nx, ny, nz] = box;
  const countBytes = 4 * (nx + ny) * nz;
  const levelAddress = arena.allocate(4 * levels.length);
  const tables = {
    level,
    hardMask,
    rawPlanes: allocateScratch(context, nx * ny),
    rawCounts: arena.allocate(countBytes),
    hardCounts: arena.allocate(countBytes),
    overlaps: arena.allocate(4 * nz),
    levels: levelAddress,
    levelCount: levels.length,
    above: arena.allocate(4 * levels.length * nz),
    moments: allocateMoments(context, box),
  };
  new Float32Array(self.kernel.memory.buffer, levelAddress, levels.length).set(levels);
  return tables;
}

/** All that one look at a plane tells about the raw mask, the hard mask and the levels. */
export const COMPARE_MASKS: ComputePhase<MaskTables & { map: MapPlanes }> = {
  name: "masks.compare",
  work: (member, tables, z) => {
    const { kernel } = member;
    const plane = mapPlane(member, tables.map, z);
    const { nx, ny } = plane;
    const raw = scratchOf(member, tables.rawPlanes);
    const hard = tables.hardMask + z * nx * ny;
    const counts = 4 * (nx + ny) * z;
    countAboveLevels(kernel, plane, {
      levels: tables.levels,
      count: tables.levelCount,
      out: tables.above + 4 * tables.levelCount * z,
    });
    thresholdPlane(kernel, plane, { level: tables.level, mask: raw });
    maskPlaneCounts(kernel, { mask: raw, nx, ny }, tables.rawCounts + counts);
    maskPlaneCounts(kernel, { mask: hard, nx, ny }, tables.hardCounts + counts);
    const shared = overlap(kernel, [raw, hard], nx * ny);
    new Uint32Array(kernel.memory.buffer, tables.overlaps + 4 * z, 1)[0] = shared;
    maskedPlane(kernel, plane, { mask: hard, out: plane.address });
    planeMoments(kernel, plane, { shift: 0, out: tables.moments.address + z * tables.moments.planeBytes });
  },
};
