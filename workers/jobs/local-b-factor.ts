import { bandTotal, multiplicities } from "../../src/core/local/band.ts";
import { fitFrequencies } from "../../src/core/local/frequencies.ts";
import { localBFactors, measureLocalBFactor } from "../../src/core/local/local-b-factor.ts";
import { slopeWeights } from "../../src/core/local/slope.ts";
import { whiteNoiseOffset } from "../../src/core/local/white-noise.ts";
import type { Job } from "../job.ts";
import { keepMeasured } from "../keep-measured.ts";
import { accumulateLogs } from "../kernels/fourier/riesz.ts";
import type { ComputePhase } from "../phases/phase.ts";
import { measureRegions } from "../phases/regions.ts";
import { filterBand, prepareBank } from "../phases/riesz.ts";
import { chunkOf, chunksOf, selectQuantile } from "../phases/select.ts";
import { spectrumOf } from "../phases/spectrum.ts";

/** The quantile of the background's amplitude that stands for noise. */
const NOISE_QUANTILE = 0.9;

/**
 * Local B-factors inside the mask of a resized map: at ten frequencies the amplitude m of the Riesz filters, damped by the
 * background's q, and the slope of ln(m²/(m + q)). No background gives no q and no measurement (`null`).
 */
export const localBFactor: Job<"localBFactor"> = ({ map, mask, resolution, voxelSize }, context) => {
  const { arena, team, self } = context;
  const { box } = map.grid;
  const cube = { size: box[0], voxelSize: map.grid.voxelSize[0] };
  const regions = measureRegions(context, { box, maskId: mask.id, background: "background" });
  if (regions.inside === 0 || regions.outside === 0) return null;
  const bank = prepareBank(context, spectrumOf(context, map), regions);
  const sums = arena.allocate(8 * regions.inside);
  new Float64Array(self.kernel.memory.buffer, sums, regions.inside).fill(0);
  const frequencies = fitFrequencies(resolution);
  const weights = slopeWeights(frequencies);
  const counts = multiplicities(cube.size);
  const totals = frequencies.map((frequency, i) => {
    const band = filterBand(context, bank, cube, frequency);
    const { ofRoots: q } = selectQuantile(context, { values: bank.outside, count: regions.outside }, NOISE_QUANTILE);
    const fit = { squares: bank.inside, count: regions.inside, q, weight: weights[i]!, sums };
    team.run(ACCUMULATE, fit, chunksOf(regions.inside));
    context.progress((i + 1) / frequencies.length);
    return bandTotal(band, counts);
  });
  const slopes = new Float64Array(self.kernel.memory.buffer, sums, regions.inside);
  const values = localBFactors({ slopes, weights, totals });
  const offset = whiteNoiseOffset(cube, frequencies, voxelSize);
  const resized = { box, voxelSize: cube.voxelSize, maskVoxels: regions.inside };
  const measurements = measureLocalBFactor({ resized, values, whiteNoiseOffset: offset });
  const volume = keepMeasured(context, {
    name: "localBFactor",
    map,
    mask,
    values: values.map((b) => b - (offset ?? 0)),
  });
  return { measurements, volume };
};

interface Fit {
  readonly squares: number;
  readonly count: number;
  readonly q: number;
  readonly weight: number;
  readonly sums: number;
}

const ACCUMULATE: ComputePhase<Fit> = {
  name: "localBFactor.accumulate",
  work: (member, { squares, count, q, weight, sums }, chunk) => {
    const part = chunkOf(count, chunk);
    const amplitudes = { squares: squares + 8 * part.from, count: part.count };
    accumulateLogs(member.kernel, amplitudes, { q, weight, sums: sums + 8 * part.from });
  },
};

export const LOCAL_B_FACTOR_PHASES = [ACCUMULATE];
