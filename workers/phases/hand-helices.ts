import { eigenSystem } from "../../src/core/hand/eigen-system.ts";
import type { MeasuredHelix } from "../../src/core/hand/measured-helix.ts";
import { hessianAt, leadingBits, type SearchVolume, tubeness } from "../../src/core/hand/ridges.ts";
import { samplerOf } from "../../src/core/hand/sampling.ts";
import { ballSize, MOST_CANDIDATES, spreadOut } from "../../src/core/hand/spread-out.ts";
import { type Triple, voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import { valueOfRank } from "./hand-envelope.ts";
import { followAxis, measureAxis, type PlacedNetworks, placeNetworks } from "./hand-networks.ts";
import type { ComputePhase } from "./phase.ts";
import type { PlainVolume } from "./plain-volume.ts";

/** The prepared map and its smoothed copy on the search grid. */
export interface PreparedMap {
  readonly density: PlainVolume;
  readonly smooth: PlainVolume;
  /** Å. */
  readonly spacing: Triple;
}

/** The voxels on the best ridges inside the envelope (distance 0); `distances` is overwritten by the tubeness. */
export function findRidges(context: JobContext, prepared: PreparedMap, distances: PlainVolume): number[] {
  const { team, self } = context;
  const { box } = distances;
  team.run(RIDGES, { prepared, volume: distances }, box[2]);
  const most = (MOST_CANDIDATES + 1) * ballSize(prepared.spacing);
  const least = Math.max(valueOfRank(context, distances, most), Number.MIN_VALUE);
  const values = new Float32Array(self.kernel.memory.buffer, distances.address, voxelCount(box));
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i]! >= least) found.push(i);
  const indices = Uint32Array.from(found).sort((a, b) => values[b]! - values[a]!);
  return spreadOut(
    { indices, tubeness: Float32Array.from(indices, (i) => values[i]!) },
    { box, spacing: prepared.spacing },
  );
}

/** float64 of one candidate: centre, direction, log-odds of helix and hand, D. */
const WORDS = 9;
type Words = readonly [
  ...centre: readonly [number, number, number],
  ...direction: readonly [number, number, number],
  helix: number,
  hand: number,
  logRatio: number,
];

/** Follows each voxel's ridge to an axis and measures what is there. Allocates. @param resolution Å */
export function measureCandidates(
  context: JobContext,
  prepared: PreparedMap,
  { voxels, resolution }: { voxels: readonly number[]; resolution: number },
): MeasuredHelix[] {
  const { arena, team, self } = context;
  const [from, out] = [arena.allocate(4 * voxels.length), arena.allocate(8 * WORDS * voxels.length)];
  const networks = placeNetworks(context);
  new Uint32Array(self.kernel.memory.buffer, from, voxels.length).set(voxels);
  team.run(CANDIDATE, { prepared, networks, from, out, resolution }, voxels.length);
  const words = new Float64Array(self.kernel.memory.buffer, out, WORDS * voxels.length);
  return voxels.map((_, i) => {
    const own = words.subarray(WORDS * i, WORDS * (i + 1));
    const [x, y, z, dx, dy, dz, helix, hand, logRatio] = own as unknown as Words;
    return { centre: [x, y, z], direction: [dx, dy, dz], helix, hand, logRatio };
  });
}

function volumeOf(memory: WebAssembly.Memory, { box, address }: PlainVolume, spacing: Triple): SearchVolume {
  return { box, spacing, values: new Float32Array(memory.buffer, address, voxelCount(box)) };
}

const RIDGES: ComputePhase<{ prepared: PreparedMap; volume: PlainVolume }> = {
  name: "hand.ridges",
  work: ({ kernel: { memory } }, { prepared: { smooth, spacing }, volume: { box, address } }, z) => {
    const [nx, ny] = box;
    const source = volumeOf(memory, smooth, spacing);
    const plane = new Float32Array(memory.buffer, address + 4 * z * nx * ny, nx * ny);
    for (let i = 0; i < plane.length; i++) {
      const inside = plane[i] === 0;
      plane[i] = inside ? leadingBits(tubenessAt(source, i % nx, Math.floor(i / nx), z)) : 0;
    }
  },
};

function tubenessAt(source: SearchVolume, x: number, y: number, z: number): number {
  const hessian = hessianAt(source, x, y, z);
  // A rod is a maximum in two directions: the trace of its Hessian is negative.
  return hessian.xx + hessian.yy + hessian.zz >= 0 ? 0 : tubeness(eigenSystem(hessian).values);
}

interface Searching {
  readonly prepared: PreparedMap;
  readonly networks: PlacedNetworks;
  readonly from: number;
  readonly out: number;
  readonly resolution: number;
}

const CANDIDATE: ComputePhase<Searching> = {
  name: "hand.candidate",
  work: (member, { prepared: { density, smooth, spacing }, networks, from, out, resolution }, chunk) => {
    const { memory } = member.kernel;
    const index = new Uint32Array(memory.buffer, from + 4 * chunk, 1)[0]!;
    const [nx, ny] = density.box;
    const place: Triple = [index % nx, Math.floor(index / nx) % ny, Math.floor(index / (nx * ny))];
    const { vectors } = eigenSystem(hessianAt(volumeOf(memory, smooth, spacing), ...place));
    const centre: Triple = [place[0] * spacing[0], place[1] * spacing[1], place[2] * spacing[2]];
    const start = { centre, direction: vectors[2], normal: vectors[0] };
    const sampler = samplerOf(volumeOf(memory, density, spacing));
    const axis = followAxis(member, networks, { sampler, start });
    const { direction, helix, hand, logRatio, ...found } = measureAxis(member, networks, { sampler, axis, resolution });
    const words = [...found.centre, ...direction, helix, hand, logRatio];
    new Float64Array(memory.buffer, out + 8 * WORDS * chunk, WORDS).set(words);
  },
};

export const HAND_HELIX_PHASES = [RIDGES, CANDIDATE];
