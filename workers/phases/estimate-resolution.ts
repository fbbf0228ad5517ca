import { BAND_WAVELENGTHS } from "../../src/core/local-resolution/bands.ts";
import { mapFeatures, POINT_FEATURES, pointFeatures, takeLogs } from "../../src/core/local-resolution/features.ts";
import { resolutionOf } from "../../src/core/local-resolution/local-resolution.ts";
import {
  evaluateNetworks,
  type Layer,
  makeLayerRoom,
  type Networks,
  networksForMap,
  type PointNetworks,
} from "../../src/core/local-resolution/network.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";
import type { PointEnergies } from "./point-energies.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Points that a worker takes at a time. */
const CHUNK = 4096;

/** Local resolutions at points, Å, in their order. Allocates the result; the rest is from the job's arena. */
export function estimateResolutions(
  context: JobContext,
  { count, own, regional, ofMap }: PointEnergies,
  { networks, voxelSize }: { networks: Networks; voxelSize: number },
): Float32Array {
  const { arena, team, self } = context;
  const ofPoints = networksForMap(networks, mapFeatures(ofMap));
  return arena.scope(() => {
    const out = arena.allocate(4 * count);
    const placed = placeNumbers(context, [ofMap.mean, ...rowsOf(ofPoints)]);
    const shape = ofPoints.members.map((layers) => layers.map(({ inputs, outputs }) => ({ inputs, outputs })));
    team.run(ESTIMATE, { count, own, regional, out, voxelSize, placed, shape }, Math.ceil(count / CHUNK));
    return new Float32Array(self.kernel.memory.buffer, out, count).slice();
  });
}

const rowsOf = ({ scale: { mean, deviation }, members }: PointNetworks) => [
  mean,
  deviation,
  ...members.flat().flatMap(({ weights, biases }) => [weights, biases]),
];

/** Rows of float64 in kernel memory. */
type Placed = readonly { readonly address: number; readonly length: number }[];

function placeNumbers({ arena, self }: JobContext, rows: readonly Float64Array[]): Placed {
  const placed = rows.map(({ length }) => ({ address: arena.allocate(8 * length), length }));
  placed.forEach(({ address, length }, i) => {
    new Float64Array(self.kernel.memory.buffer, address, length).set(rows[i]!);
  });
  return placed;
}

interface Estimating {
  readonly count: number;
  /** Addresses of energies: float32, band after band. */
  readonly own: number;
  readonly regional: number;
  readonly out: number;
  readonly voxelSize: number;
  readonly placed: Placed;
  /** Of the layers of each member. */
  readonly shape: readonly (readonly Pick<Layer, "inputs" | "outputs">[])[];
}

const ESTIMATE: ComputePhase<Estimating> = {
  name: "localResolution.estimate",
  work: (member, args, chunk) => {
    const { count, own, regional, out, voxelSize } = args;
    const { mean, networks } = readNumbers(member, args);
    const { buffer } = member.kernel.memory;
    const [owns, regionals] = [own, regional].map((at) => new Float32Array(buffer, at, BANDS * count));
    const values = new Float32Array(buffer, out, count);
    const logs = { own: new Float64Array(BANDS), regional: new Float64Array(BANDS) };
    const features = new Float64Array(POINT_FEATURES);
    const room = makeLayerRoom(networks);
    for (let i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
      for (let k = 0; k < BANDS; k++) {
        logs.own[k] = owns![k * count + i]!;
        logs.regional[k] = regionals![k * count + i]!;
      }
      takeLogs(logs.own);
      takeLogs(logs.regional);
      pointFeatures(logs, mean, features);
      values[i] = resolutionOf(evaluateNetworks(networks, features, room), voxelSize);
    }
  },
};

/** The mask's mean spectrum and the networks as views of the kernel memory. */
function readNumbers(
  member: ComputeMember,
  { placed, shape }: Estimating,
): { mean: Float64Array; networks: PointNetworks } {
  const rows = placed.map(({ address, length }) => new Float64Array(member.kernel.memory.buffer, address, length));
  const next = () => rows.shift()!;
  const mean = next();
  const scale = { mean: next(), deviation: next() };
  const readLayer = (size: Pick<Layer, "inputs" | "outputs">): Layer => ({ ...size, weights: next(), biases: next() });
  return { mean, networks: { scale, members: shape.map((layers) => layers.map(readLayer)) } };
}

export const ESTIMATE_PHASES = [ESTIMATE];
