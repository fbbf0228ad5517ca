import type { HandGrid, Span } from "../../src/core/hand/hand-grid.ts";
import { smoothStep } from "../../src/core/hand/smooth-step.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { unloadPlane } from "../kernels/fourier/planes.ts";
import { countKeys, KEY_HISTOGRAM_BYTES, type KeyHalf, orderStatistic } from "../kernels/voxels/order-statistic.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { type PlainVolume, planeOf } from "./plain-volume.ts";
import { countByMembers } from "./tables.ts";
import { planeRows, type SharedTransform } from "./transform.ts";

/** Å from the envelope: the map counts whole up to `flat` and not at all from `end` on. */
export const SOFT_EDGE = { flat: 3, end: 9 } as const;
const SQUARED_END = SOFT_EDGE.end * SOFT_EDGE.end;

/** The values that an inverse transform left, as float32, times `scale`. */
export function storeVolume(
  { team }: JobContext,
  { layout, data }: Pick<SharedTransform, "layout" | "data">,
  { target, scale }: { target: PlainVolume; scale: number },
): void {
  team.run(STORE, { transform: { layout, data }, target, scale }, layout.nz);
}

/** Nothing outside the extent of the molecule: what is left of one that was too large must not go on in the margin. In place. */
export function confine({ team }: JobContext, volume: PlainVolume, { axes }: HandGrid): void {
  const bounds = axes.map(({ size, spacing, extent }) => {
    const half = extent / 2 / spacing;
    const middle = (size - 1) / 2;
    return [Math.ceil(middle - half), Math.floor(middle + half)] as Span;
  });
  team.run(CONFINE, { volume, bounds }, volume.box[2]);
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

const STORE: ComputePhase<{ transform: Rows; target: PlainVolume; scale: number }> = {
  name: "hand.store",
  work: ({ kernel }, { transform: { layout, data }, target, scale }, z) => {
    const plane = planeOf(kernel.memory, target, z);
    unloadPlane(kernel, layout as SharedTransform["layout"], data, z, plane.byteOffset, "plain");
    if (scale !== 1) for (let i = 0; i < plane.length; i++) plane[i]! *= scale;
  },
};

const CONFINE: ComputePhase<{ volume: PlainVolume; bounds: readonly Span[] }> = {
  name: "hand.confine",
  work: ({ kernel: { memory } }, { volume, bounds }, z) => {
    const [[x0, x1], [y0, y1], [z0, z1]] = bounds as [Span, Span, Span];
    const plane = planeOf(memory, volume, z);
    const [nx, ny] = volume.box;
    for (let y = 0; y < ny; y++) {
      const row = plane.subarray(y * nx, (y + 1) * nx);
      const kept = z >= z0 && z <= z1 && y >= y0 && y <= y1;
      row.fill(Number.NEGATIVE_INFINITY, 0, kept ? Math.max(0, x0) : nx);
      if (kept) row.fill(Number.NEGATIVE_INFINITY, Math.min(nx, x1 + 1));
    }
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

const RIM: ComputePhase<{ transform: Rows; distances: PlainVolume; out: number }> = {
  name: "hand.rim",
  work: ({ kernel: { memory } }, { transform, distances, out }, z) => {
    const values = planeRows(memory, transform, z);
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
    const values = planeRows(memory, transform, z);
    eachVoxel(memory, { layout: transform.layout, distances, z }, (at, squared) => {
      const share = squared >= SQUARED_END ? 0 : smoothStep(Math.sqrt(squared), SOFT_EDGE.end, SOFT_EDGE.flat);
      values[at] = share === 0 ? 0 : (values[at]! - mean) * share;
    });
  },
};

const MOMENTS: ComputePhase<{ transform: Rows; distances: PlainVolume; out: number }> = {
  name: "hand.moments",
  work: ({ kernel: { memory } }, { transform, distances, out }, z) => {
    const values = planeRows(memory, transform, z);
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

export const HAND_ENVELOPE_PHASES = [STORE, CONFINE, KEYS, RIM, SOFTEN, MOMENTS];
