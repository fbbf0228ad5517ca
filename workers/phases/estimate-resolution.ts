import { BAND_WAVELENGTHS } from "../../src/core/local-resolution/bands.ts";
import { featureCount, type MapSpectra, pointFeatures } from "../../src/core/local-resolution/features.ts";
import { resolutionOf } from "../../src/core/local-resolution/local-resolution.ts";
import { evaluateNetwork, type Layer, makeLayerRoom, type Network } from "../../src/core/local-resolution/network.ts";
import type { ComputeMember, JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";
import type { PointEnergies } from "./point-energies.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Points that a worker takes at a time. */
const CHUNK = 4096;

/** Local resolutions at points, Å, in their order. Allocates the result; the rest is from the job's arena. */
export function estimateResolutions(
  context: JobContext,
  energies: PointEnergies,
  { network, voxelSize }: { network: Network; voxelSize: number },
): Float32Array {
  const { arena, team, self } = context;
  const { count, narrow, wide, spectra } = energies;
  return arena.scope(() => {
    const out = arena.allocate(4 * count);
    const placed = placeNumbers(context, [...spectraRows(spectra), ...networkRows(network)]);
    const shape = network.members.map((layers) => layers.map(({ inputs, outputs }) => ({ inputs, outputs })));
    const background = spectra.background ? ("used" as const) : ("none" as const);
    const estimating = { count, narrow, wide, out, voxelSize, placed, shape, background };
    team.run(ESTIMATE, estimating, Math.ceil(count / CHUNK));
    return new Float32Array(self.kernel.memory.buffer, out, count).slice();
  });
}

const spectraRows = ({ mean, background }: MapSpectra) => (background ? [mean, background] : [mean]);
const networkRows = ({ mean, deviation, members }: Network) => [
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
  readonly narrow: number;
  readonly wide: number;
  readonly out: number;
  readonly voxelSize: number;
  readonly placed: Placed;
  /** Of the layers of each member. */
  readonly shape: readonly (readonly Pick<Layer, "inputs" | "outputs">[])[];
  readonly background: "used" | "none";
}

const ESTIMATE: ComputePhase<Estimating> = {
  name: "localResolution.estimate",
  work: (member, args, chunk) => {
    const { count, narrow, wide, out, voxelSize } = args;
    const { spectra, network } = readNumbers(member, args);
    const { buffer } = member.kernel.memory;
    const [narrows, wides] = [
      new Float32Array(buffer, narrow, BANDS * count),
      new Float32Array(buffer, wide, BANDS * count),
    ];
    const values = new Float32Array(buffer, out, count);
    const energies = { narrow: new Float64Array(BANDS), wide: new Float64Array(BANDS) };
    const features = new Float64Array(featureCount(spectra));
    const room = makeLayerRoom(network);
    for (let i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
      for (let k = 0; k < BANDS; k++) {
        energies.narrow[k] = narrows[k * count + i]!;
        energies.wide[k] = wides[k * count + i]!;
      }
      pointFeatures(energies, spectra, features);
      values[i] = resolutionOf(evaluateNetwork(network, features, room), voxelSize);
    }
  },
};

/** Spectra and network as views of the kernel memory. */
function readNumbers(
  member: ComputeMember,
  { placed, shape, background }: Estimating,
): { spectra: MapSpectra; network: Network } {
  const rows = placed.map(({ address, length }) => new Float64Array(member.kernel.memory.buffer, address, length));
  const next = () => rows.shift()!;
  const spectra: MapSpectra = { mean: next(), background: background === "used" ? next() : null };
  const [mean, deviation] = [next(), next()];
  const readLayer = (size: Pick<Layer, "inputs" | "outputs">): Layer => ({ ...size, weights: next(), biases: next() });
  const members = shape.map((layers) => layers.map(readLayer));
  return { spectra, network: { mean, deviation, members } };
}

export const ESTIMATE_PHASES = [ESTIMATE];
