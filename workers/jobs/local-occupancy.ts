import { occupancyFrequencies } from "../../src/core/local/frequencies.ts";
import { measureLocalOccupancy } from "../../src/core/local/local-occupancy.ts";
import type { Job } from "../job.ts";
import { keepMeasured } from "../keep-measured.ts";
import { countAtLeast } from "../kernels/fourier/riesz.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { measureRegions } from "../phases/regions.ts";
import { filterBand, prepareBank } from "../phases/riesz.ts";
import { chunkOf, chunksOf, selectQuantile } from "../phases/select.ts";
import { spectrumOf } from "../phases/spectrum.ts";

/** The quantile of the mask's amplitude that a voxel must reach. */
const PROTEIN_QUANTILE = 0.25;

/**
 * Local occupancies inside the mask of a resized map: at each frequency a voxel counts when its amplitude reaches the mask's
 * own lower quartile. `null` for an empty mask.
 */
export const localOccupancy: Job<"localOccupancy"> = ({ map, mask, resolution }, context) => {
  const { arena, team, self } = context;
  const { box } = map.grid;
  const cube = { size: box[0], voxelSize: map.grid.voxelSize[0] };
  const regions = measureRegions(context, { box, maskId: mask.id, background: "none" });
  const { inside } = regions;
  if (inside === 0) return null;
  const bank = prepareBank(context, spectrumOf(context, map), regions);
  const counters = arena.allocate(2 * inside);
  new Uint16Array(self.kernel.memory.buffer, counters, inside).fill(0);
  const frequencies = occupancyFrequencies(resolution, cube);
  frequencies.forEach((frequency, i) => {
    filterBand(context, bank, cube, frequency);
    const { least } = selectQuantile(context, { values: bank.inside, count: inside }, PROTEIN_QUANTILE);
    team.run(COUNT, { squares: bank.inside, count: inside, least, counters }, chunksOf(inside));
    context.progress((i + 1) / frequencies.length);
  });
  const counts = new Uint16Array(self.kernel.memory.buffer, counters, inside);
  const voxelsByCount = new Array<number>(frequencies.length + 1).fill(0);
  for (const count of counts) voxelsByCount[count]!++;
  const resized = { box, voxelSize: cube.voxelSize, maskVoxels: inside };
  const measurements = measureLocalOccupancy({ resized, frequencies: frequencies.length, voxelsByCount });
  const values = Float32Array.from(counts, (count) => count / frequencies.length);
  return { measurements, volume: keepMeasured(context, { name: "localOccupancy", map, mask, values }) };
};

interface Counting {
  readonly squares: number;
  readonly count: number;
  readonly least: number;
  readonly counters: number;
}

const COUNT: ComputePhase<Counting> = {
  name: "localOccupancy.count",
  work: (member, { squares, count, least, counters }, chunk) => {
    const part = chunkOf(count, chunk);
    const amplitudes = { squares: squares + 8 * part.from, count: part.count };
    countAtLeast(member.kernel, amplitudes, { least, counters: counters + 2 * part.from });
  },
};

export const LOCAL_OCCUPANCY_PHASES = [COUNT];
