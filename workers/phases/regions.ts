import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import type { RowSpan } from "../kernels/fourier/transform.ts";
import type { ComputePhase } from "./phase.ts";

/** The voxels of a cube that are measured: inside the mask, and in the background. Addresses. */
export interface Regions {
  readonly box: Triple;
  /** One byte a voxel: 1 inside the mask, 2 in the background, else 0. */
  readonly bytes: number;
  /** Four uint32 a plane: first row, rows, and the voxels inside and in the background before it. */
  readonly table: number;
  /** Voxels of each. */
  readonly inside: number;
  readonly outside: number;
}

/** What one plane holds. */
export interface PlaneRegions {
  /** The rows that hold any voxel; none where `count` is 0. */
  readonly rows: RowSpan;
  /** Voxels of the planes before. */
  readonly insideBefore: number;
  readonly outsideBefore: number;
}

const WORDS = 4;
const INSIDE = 1;
const BACKGROUND = 2;

/** With "background", also the voxels outside the mask whose distance from voxel n/2 is less than n/2. */
export type Background = "background" | "none";

/** Sorts the voxels of a cube into regions, from the job's arena. */
export function measureRegions(
  context: JobContext,
  { box, maskId, background }: { box: Triple; maskId: string; background: Background },
): Regions {
  const { arena, team, self } = context;
  const [bytes, table] = [arena.allocate(voxelCount(box)), arena.allocate(4 * WORDS * box[2])];
  team.run(REGIONS, { box, maskId, background, bytes, table }, box[2]);
  const words = new Uint32Array(self.kernel.memory.buffer, table, WORDS * box[2]);
  let [inside, outside] = [0, 0];
  for (let at = 0; at < words.length; at += WORDS) {
    const [here, there] = [words[at + 2]!, words[at + 3]!];
    words.set([inside, outside], at + 2);
    inside += here;
    outside += there;
  }
  return { box, bytes, table, inside, outside };
}

/** The entry of plane z. */
export function planeRegions(member: ComputeMember, { table }: Regions, z: number): PlaneRegions {
  const words = new Uint32Array(member.kernel.memory.buffer, table + 4 * WORDS * z, WORDS);
  const [first, count, insideBefore, outsideBefore] = words;
  return { rows: { first: first!, count: count! }, insideBefore: insideBefore!, outsideBefore: outsideBefore! };
}

interface Sorting {
  readonly box: Triple;
  readonly maskId: string;
  readonly background: Background;
  readonly bytes: number;
  readonly table: number;
}

const REGIONS: ComputePhase<Sorting> = {
  name: "regions.sort",
  work: (member, { box, maskId, background, bytes, table }, z) => {
    const [n] = box;
    const { buffer } = member.kernel.memory;
    const mask = member.volumes.mask(maskId).subarray(z * n * n, (z + 1) * n * n);
    const regions = new Uint8Array(buffer, bytes + z * n * n, n * n);
    const counts = [0, 0, 0];
    const rows = { first: n, last: -1 };
    for (let y = 0; y < n; y++) {
      const radius = background === "none" ? 0 : insideSphere(n, y, z);
      let any = false;
      for (let x = 0, at = y * n; x < n; x++, at++) {
        const far = (x - n / 2) * (x - n / 2) >= radius;
        const region = mask[at] === 1 ? INSIDE : far ? 0 : BACKGROUND;
        regions[at] = region;
        counts[region]!++;
        any ||= region !== 0;
      }
      if (!any) continue;
      rows.first = Math.min(rows.first, y);
      rows.last = y;
    }
    const span = rows.last < 0 ? [0, 0] : [rows.first, rows.last + 1 - rows.first];
    new Uint32Array(buffer, table + 4 * WORDS * z, WORDS).set([...span, counts[INSIDE]!, counts[BACKGROUND]!]);
  },
};

/** (x − n/2)² must be less than this for a voxel of row (z, y) to lie in the sphere. */
function insideSphere(n: number, y: number, z: number): number {
  const half = n / 2;
  return half * half - (y - half) * (y - half) - (z - half) * (z - half);
}

export const REGION_PHASES = [REGIONS];
