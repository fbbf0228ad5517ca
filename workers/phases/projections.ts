import { orientProjection } from "../../src/core/volume/slice.ts";
import type { FigureSlice } from "../../src/report/figures.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import { projectionAlongX, projectionAlongY } from "../kernels/voxels/slices.ts";
import { accumulatePlane } from "../kernels/voxels/statistics.ts";
import type { MapPlanes } from "./maps.ts";
import { type MomentTable, momentsOf } from "./moments.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";

/** Rows of the z projection that one worker adds up, through all planes in order. */
const ROWS = 8;

interface Projected {
  readonly map: MapPlanes;
  readonly rows: MemberScratch;
  /** Address of ny·nx float64. */
  readonly image: number;
}

/**
 * Sums of the map along x, y and z, in display orientation. Those along x and y come from the moments that a pass has left
 * (about `shift`); that along z is added up plane by plane.
 */
export function measureProjections(
  context: JobContext,
  map: MapPlanes,
  { moments, shift }: { moments: MomentTable; shift: number },
): readonly [FigureSlice, FigureSlice, FigureSlice] {
  const [nx, ny] = map.box;
  const image = context.arena.allocate(8 * nx * ny);
  const rows = allocateScratch(context, 4 * nx * ROWS);
  context.team.run(ALONG_Z, { map, rows, image }, Math.ceil(ny / ROWS));
  const table = momentsOf(context, map.box, moments);
  const alongX = projectionAlongX(table, shift);
  const alongY = projectionAlongY(table, shift);
  const alongZ = new Float64Array(context.self.kernel.memory.buffer, image, nx * ny);
  const { box } = map;
  return [
    orientProjection(alongX, "x", { box }),
    orientProjection(alongY, "y", { box }),
    orientProjection(alongZ, "z", { box }),
  ];
}

const ALONG_Z: ComputePhase<Projected> = {
  name: "projections.alongZ",
  work: (member, { map, rows, image }, chunk) => {
    const [nx, ny, nz] = map.box;
    const first = chunk * ROWS;
    const count = nx * (Math.min(ny, first + ROWS) - first);
    const target = image + 8 * nx * first;
    new Float64Array(member.kernel.memory.buffer, target, count).fill(0);
    for (let z = 0; z < nz; z++)
      addRows(member, map, { start: z * nx * ny + nx * first, count, target, scratch: scratchOf(member, rows) });
  },
};

function addRows(
  member: ComputeMember,
  map: MapPlanes,
  { start, count, target, scratch }: { start: number; count: number; target: number; scratch: number },
): void {
  const voxels = member.volumes.voxels(map.id).subarray(start, start + count);
  new Float32Array(member.kernel.memory.buffer, scratch, count).set(voxels);
  accumulatePlane(member.kernel, { address: scratch, nx: count, ny: 1 }, target);
}

export const PROJECTION_PHASES = [ALONG_Z];
