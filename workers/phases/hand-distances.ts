import type { Triple } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { SOFT_EDGE } from "./hand-envelope.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { type PlainVolume, planeOf } from "./plain-volume.ts";
import { allocateScratch } from "./scratch.ts";

/**
 * Squared distance in Å² from each voxel to the nearest one at or above `level`, exact up to the end of the soft edge; overwrites
 * the values. In each column the distances of the planes before are combined (Felzenszwalb & Huttenlocher 2012, by search).
 */
export function measureDistances(
  context: JobContext,
  volume: PlainVolume,
  { level, spacing }: { level: number; spacing: Triple },
): void {
  const { arena, team } = context;
  const [nx, ny, nz] = volume.box;
  arena.scope(() => {
    const rows = allocateScratch(context, 4 * nx * Math.max(ny, nz));
    team.run(DISTANCE_PLANES, { volume, level, spacing, rows }, nz);
    team.run(DISTANCE_DEPTH, { volume, spacing, rows }, ny);
  });
}

/** Beyond every distance that matters. */
const FAR = 1e9;

const DISTANCE_PLANES: ComputePhase<{ volume: PlainVolume; level: number; spacing: Triple; rows: MemberScratch }> = {
  name: "hand.distancePlanes",
  work: (member, { volume, level, spacing: [hx, hy], rows }, z) => {
    const { memory } = member.kernel;
    const [nx, ny] = volume.box;
    const plane = planeOf(memory, volume, z);
    const copy = new Float32Array(memory.buffer, scratchOf(member, rows), nx * ny);
    for (let y = 0; y < ny; y++) rowDistances(plane.subarray(y * nx, (y + 1) * nx), level, hx);
    combineLines(plane, copy, { width: nx, count: ny, step: hy });
  },
};

const DISTANCE_DEPTH: ComputePhase<{ volume: PlainVolume; spacing: Triple; rows: MemberScratch }> = {
  name: "hand.distanceDepth",
  work: (member, { volume, spacing, rows }, y) => {
    const { memory } = member.kernel;
    const [nx, ny, nz] = volume.box;
    const all = new Float32Array(memory.buffer, volume.address, nx * ny * nz);
    const lines = new Float32Array(nx * nz);
    const copy = new Float32Array(memory.buffer, scratchOf(member, rows), nx * nz);
    const place = (z: number) => (z * ny + y) * nx;
    for (let z = 0; z < nz; z++) lines.set(all.subarray(place(z), place(z) + nx), z * nx);
    combineLines(lines, copy, { width: nx, count: nz, step: spacing[2] });
    for (let z = 0; z < nz; z++) all.set(lines.subarray(z * nx, (z + 1) * nx), place(z));
  },
};

/** Values to squared distances along their row. */
function rowDistances(row: Float32Array, level: number, step: number): void {
  let since = FAR;
  for (let x = 0; x < row.length; x++) {
    since = row[x]! >= level ? 0 : since + 1;
    row[x] = since;
  }
  since = FAR;
  for (let x = row.length - 1; x >= 0; x--) {
    since = row[x] === 0 ? 0 : since + 1;
    const voxels = Math.min(row[x]!, since);
    row[x] = voxels >= FAR ? FAR : voxels * step * (voxels * step);
  }
}

/** Each line becomes the least of the lines about it plus their squared distance. */
function combineLines(
  lines: Float32Array,
  copy: Float32Array,
  { width, count, step }: { width: number; count: number; step: number },
): void {
  copy.set(lines);
  const reach = Math.ceil(SOFT_EDGE.end / step);
  for (let line = 0; line < count; line++) {
    const to = line * width;
    for (let other = Math.max(0, line - reach); other <= Math.min(count - 1, line + reach); other++) {
      if (other === line) continue;
      const apart = (other - line) * step;
      lower(lines, to, { copy, from: other * width, width, more: apart * apart });
    }
  }
}

function lower(
  lines: Float32Array,
  to: number,
  { copy, from, width, more }: { copy: Float32Array; from: number; width: number; more: number },
): void {
  for (let x = 0; x < width; x++) {
    const through = copy[from + x]! + more;
    if (through < lines[to + x]!) lines[to + x] = through;
  }
}

export const HAND_DISTANCE_PHASES = [DISTANCE_PLANES, DISTANCE_DEPTH];
