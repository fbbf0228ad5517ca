import { HISTOGRAM_BINS, type MapHistogram, type ValueSpike } from "../../src/core/volume/histogram.ts";
import type { JobContext } from "../job.ts";
import { histogramPlane } from "../kernels/voxels/levels.ts";
import {
  addHistogram,
  BUCKETS,
  countKeys,
  KEY_HISTOGRAM_BYTES,
  type KeyHalf,
  valueOfKey,
} from "../kernels/voxels/order-statistic.ts";
import { type MapPlanes, mapPlane } from "./maps.ts";
import { type ComputePhase, type MemberScratch, scratchOf } from "./phase.ts";
import { allocateScratch } from "./scratch.ts";
import { countByMembers } from "./tables.ts";

/** Distribution of the map values and their most frequent exact value. */
export function measureHistogram(
  context: JobContext,
  map: MapPlanes,
  { min, max }: { min: number; max: number },
): MapHistogram {
  const bytes = 4 * HISTOGRAM_BINS;
  const counts = countByMembers(context, bytes, (histograms) => {
    const planes = allocateScratch(context, bytes);
    context.team.run(BINS, { map, range: { min, max, bins: HISTOGRAM_BINS }, planes, histograms }, map.box[2]);
  });
  return { min, max, counts: [...counts], spike: mostFrequentValue(context, map) };
}

/**
 * The most frequent value within the most populated 2⁻⁷ of an octave: the constant outside a mask, where there is one.
 * `null` when no value of that interval occurs twice.
 */
function mostFrequentValue(context: JobContext, map: MapPlanes): ValueSpike | null {
  const count = (keys: KeyHalf) =>
    countByMembers(context, KEY_HISTOGRAM_BYTES, (histograms) =>
      context.team.run(KEYS, { map, keys, histograms }, map.box[2]),
    );
  const bucket = indexOfLargest(count({ half: "upper" }));
  const lower = count({ half: "lower", bucket });
  const best = indexOfLargest(lower);
  return lower[best]! > 1 ? { value: valueOfKey(bucket * BUCKETS + best), voxels: lower[best]! } : null;
}

function indexOfLargest(counts: Uint32Array): number {
  let best = 0;
  for (let i = 1; i < counts.length; i++) if (counts[i]! > counts[best]!) best = i;
  return best;
}

interface Binning {
  readonly map: MapPlanes;
  readonly range: { readonly min: number; readonly max: number; readonly bins: number };
  readonly planes: MemberScratch;
  readonly histograms: MemberScratch;
}

const BINS: ComputePhase<Binning> = {
  name: "histogram.bins",
  work: (member, { map, range, planes, histograms }, z) => {
    const out = scratchOf(member, planes);
    histogramPlane(member.kernel, mapPlane(member, map, z), { ...range, out });
    const { buffer } = member.kernel.memory;
    addHistogram(
      new Uint32Array(buffer, scratchOf(member, histograms), range.bins),
      new Uint32Array(buffer, out, range.bins),
    );
  },
};

const KEYS: ComputePhase<{ map: MapPlanes; keys: KeyHalf; histograms: MemberScratch }> = {
  name: "histogram.keys",
  work: (member, { map, keys, histograms }, z) =>
    countKeys(member.kernel, mapPlane(member, map, z), { keys, histogram: scratchOf(member, histograms) }),
};

export const HISTOGRAM_PHASES = [BINS, KEYS];
