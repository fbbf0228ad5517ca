import { smoothStep } from "../../src/core/hand/smooth-step.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { planeAddress } from "../kernels/fourier/layout.ts";
import { unloadPlane } from "../kernels/fourier/planes.ts";
import { countKeys, KEY_HISTOGRAM_BYTES, type KeyHalf, orderStatistic } from "../kernels/voxels/order-statistic.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";
import { countByMembers } from "./tables.ts";
import type { SharedTransform } from "./transform.ts";

/** A float32 volume without gaps in kernel memory. */
export interface PlainVolume {
  readonly box: Triple;
  readonly address: number;
}

/** Å from the envelope: the map counts whole up to `flat` and not at all from `end` on. */
const SOFT_EDGE = { flat: 3, end: 9 } as const;
const SQUARED_END = SOFT_EDGE.end * SOFT_EDGE.end;

/** The values that an inverse transform left, as float32, times `scale`. */
export function storeVolume(
  { team }: JobContext,
  { layout, data }: Pick<SharedTransform, "layout" | "data">,
  { target, scale }: { target: PlainVolume; scale: number },
): void {
  team.run(STORE, { transform: { layout, data }, target, scale }, layout.nz);
}

/** The value of a rank from the largest (1 is the largest). */
export function valueOfRank(context: JobContext, volume: PlainVolume, rank: number): number {
  const count = voxelCount(volume.box);
  return orderStatistic(Math.max(0, count - rank), (keys) =>
    countByMembers(context, KEY_HISTOGRAM_BYTES, (histograms) =>
      context.team.run(KEYS, { volume, keys, histograms }, volume.box[2]),
    ),
  );
}

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

/** The map about its mean in the soft edge, faded out over it; in place. */
export function softenMap(context: JobContext, transform: SharedTransform, distances: PlainVolume): void {
  const { arena, team, self } = context;
  const { layout, data } = transform;
  const out = arena.allocate(16 * layout.nz);
  const args = { transform: { layout, data }, distances };
  team.run(RIM, { ...args, out }, layout.nz);
  const words = new Float64Array(self.kernel.memory.buffer, out, 2 * layout.nz);
  let [sum, count] = [0, 0];
  for (let z = 0; z < layout.nz; z++) {
    sum += words[2 * z]!;
    count += words[2 * z + 1]!;
  }
  team.run(SOFTEN, { ...args, mean: count === 0 ? 0 : sum / count }, layout.nz);
}

/** Standard deviation of the values inside the envelope (distance 0). */
export function deviationInside(context: JobContext, transform: SharedTransform, distances: PlainVolume): number {
  const { arena, team, self } = context;
  const { layout, data } = transform;
  const out = arena.allocate(24 * layout.nz);
  team.run(MOMENTS, { transform: { layout, data }, distances, out }, layout.nz);
  const words = new Float64Array(self.kernel.memory.buffer, out, 3 * layout.nz);
  let [count, sum, squares] = [0, 0, 0];
  for (let z = 0; z < layout.nz; z++) {
    count += words[3 * z]!;
    sum += words[3 * z + 1]!;
    squares += words[3 * z + 2]!;
  }
  const mean = sum / count;
  return Math.sqrt(Math.max(0, squares / count - mean * mean));
}

type Rows = Pick<SharedTransform, "layout" | "data">;

function planeOf(memory: WebAssembly.Memory, { box, address }: PlainVolume, z: number): Float32Array {
  const count = box[0] * box[1];
  return new Float32Array(memory.buffer, address + 4 * z * count, count);
}

const STORE: ComputePhase<{ transform: Rows; target: PlainVolume; scale: number }> = {
  name: "hand.store",
  work: ({ kernel }, { transform: { layout, data }, target, scale }, z) => {
    const plane = planeOf(kernel.memory, target, z);
    unloadPlane(kernel, layout as SharedTransform["layout"], data, z, plane.byteOffset, "plain");
    if (scale !== 1) for (let i = 0; i < plane.length; i++) plane[i]! *= scale;
  },
};

const KEYS: ComputePhase<{ volume: PlainVolume; keys: KeyHalf; histograms: MemberScratch }> = {
  name: "hand.keys",
  work: (member, { volume: { box, address }, keys, histograms }, z) => {
    const [nx, ny] = box;
    const plane = { address: address + 4 * z * nx * ny, nx, ny };
    countKeys(member.kernel, plane, { keys, histogram: scratchOf(member, histograms) });
  },
};

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

/** Calls back with the place of each voxel of a plane in the transform's rows and its squared distance. */
function eachVoxel(memory: WebAssembly.Memory, { layout, distances, z }: VoxelPlane, visit: Visit): void {
  const [nx, ny] = distances.box;
  const squared = planeOf(memory, distances, z);
  for (let y = 0, at = 0; y < ny; y++) {
    for (let x = 0; x < nx; x++, at++) visit(y * layout.rowPitch + x, squared[at]!);
  }
}

interface VoxelPlane {
  readonly layout: Rows["layout"];
  readonly distances: PlainVolume;
  readonly z: number;
}
type Visit = (at: number, squaredDistance: number) => void;

function rowsOf(memory: WebAssembly.Memory, { layout, data }: Rows, z: number): Float64Array {
  return new Float64Array(memory.buffer, planeAddress(layout, data, z), layout.planePitch);
}

const RIM: ComputePhase<{ transform: Rows; distances: PlainVolume; out: number }> = {
  name: "hand.rim",
  work: ({ kernel: { memory } }, { transform, distances, out }, z) => {
    const values = rowsOf(memory, transform, z);
    let [sum, count] = [0, 0];
    eachVoxel(memory, { layout: transform.layout, distances, z }, (at, squared) => {
      if (squared <= SOFT_EDGE.flat * SOFT_EDGE.flat || squared >= SQUARED_END) return;
      sum += values[at]!;
      count++;
    });
    new Float64Array(memory.buffer, out + 16 * z, 2).set([sum, count]);
  },
};

const SOFTEN: ComputePhase<{ transform: Rows; distances: PlainVolume; mean: number }> = {
  name: "hand.soften",
  work: ({ kernel: { memory } }, { transform, distances, mean }, z) => {
    const values = rowsOf(memory, transform, z);
    eachVoxel(memory, { layout: transform.layout, distances, z }, (at, squared) => {
      const share = squared >= SQUARED_END ? 0 : smoothStep(Math.sqrt(squared), SOFT_EDGE.end, SOFT_EDGE.flat);
      values[at] = share === 0 ? 0 : (values[at]! - mean) * share;
    });
  },
};

const MOMENTS: ComputePhase<{ transform: Rows; distances: PlainVolume; out: number }> = {
  name: "hand.moments",
  work: ({ kernel: { memory } }, { transform, distances, out }, z) => {
    const values = rowsOf(memory, transform, z);
    let [count, sum, squares] = [0, 0, 0];
    eachVoxel(memory, { layout: transform.layout, distances, z }, (at, squared) => {
      if (squared !== 0) return;
      count++;
      sum += values[at]!;
      squares += values[at]! * values[at]!;
    });
    new Float64Array(memory.buffer, out + 24 * z, 3).set([count, sum, squares]);
  },
};

export const HAND_ENVELOPE_PHASES = [STORE, KEYS, DISTANCE_PLANES, DISTANCE_DEPTH, RIM, SOFTEN, MOMENTS];
