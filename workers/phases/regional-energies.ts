import { BAND_WAVELENGTHS } from "../../src/core/local-resolution/bands.ts";
import type { SortedPoints } from "../../src/core/local-resolution/grid-points.ts";
import type { EnergyRegion } from "../../src/core/local-resolution/region.ts";
import { type Blocks, blockSums, blocksOf } from "../../src/core/local-resolution/regional-means.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import type { JobContext } from "../job.ts";
import type { ComputePhase } from "./phase.ts";

const BANDS = BAND_WAVELENGTHS.length;

interface Averaging {
  readonly count: number;
  /** Addresses of energies: float32, band after band. */
  readonly own: number;
  readonly regional: number;
  readonly blocks: Omit<Blocks, "places">;
  /** Addresses: uint32, the block of each point; float64, the sum of ones about each block. */
  readonly places: number;
  readonly shares: number;
}

/**
 * Means of the energies over the neighbourhood of each point in the mask: float32, band after band, in the order of the
 * points. Returns their address in the job's arena. @param own address of the energies
 */
export function regionalEnergies(
  context: JobContext,
  { region, sorted, own }: { region: EnergyRegion; sorted: SortedPoints; own: number },
): number {
  const { arena, team, self } = context;
  const { grid, spacing, places } = blocksOf(region, sorted);
  const count = places.length;
  const ones = blockSums({ grid, spacing, places }, () => 1);
  const regional = arena.allocate(4 * BANDS * count);
  arena.scope(() => {
    const at = { places: arena.allocate(4 * count), shares: arena.allocate(8 * ones.length) };
    const { buffer } = self.kernel.memory;
    new Uint32Array(buffer, at.places, count).set(places);
    new Float64Array(buffer, at.shares, ones.length).set(ones);
    team.run(AVERAGE, { count, own, regional, blocks: { grid, spacing }, ...at }, BANDS);
  });
  return regional;
}

const AVERAGE: ComputePhase<Averaging> = {
  name: "regionalEnergies.average",
  work: (member, { count, own, regional, blocks, places, shares }, band) => {
    const { buffer } = member.kernel.memory;
    const blockOf = new Uint32Array(buffer, places, count);
    const ones = new Float64Array(buffer, shares, voxelCount(blocks.grid));
    const energies = new Float32Array(buffer, own + 4 * band * count, count);
    const out = new Float32Array(buffer, regional + 4 * band * count, count);
    const sums = blockSums({ ...blocks, places: blockOf }, (point) => energies[point]!);
    for (let i = 0; i < count; i++) out[i] = sums[blockOf[i]!]! / ones[blockOf[i]!]!;
  },
};

export const REGIONAL_ENERGY_PHASES = [AVERAGE];
