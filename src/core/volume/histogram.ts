import { log } from "../math/elementary.ts";

/** Bins enough to find the background's peak and its width next to a maximum some hundred times as high. */
export const HISTOGRAM_BINS = 4096;

/** The most frequent exact map value and how many voxels hold it: the constant that a mask leaves outside, if there is a mask. */
export interface ValueSpike {
  readonly value: number;
  readonly voxels: number;
}

/**
 * Distribution of all map values of a box in bins of equal width from the minimum to the maximum, binned as numpy.histogram does:
 * each bin holds its lower edge and not its upper one, except the last, which holds both.
 */
export interface MapHistogram {
  readonly min: number;
  readonly max: number;
  /** Voxels in each bin, from the lowest values up. */
  readonly counts: readonly number[];
  readonly spike: ValueSpike | null;
}

/** Value of the lower edge of bin `index`; `index = counts.length` gives the maximum exactly. */
export function binEdge({ min, max, counts }: MapHistogram, index: number): number {
  return index >= counts.length ? max : min + index * ((max - min) / counts.length);
}

/**
 * The bin of a value, by numpy.histogram's rule (numpy 1.26): ⌊(v − min)·bins/(max − min)⌋, corrected by one where rounding put the
 * value on the wrong side of an edge. Values outside go to the nearest bin; when all values are equal, everything is in bin 0.
 */
export function binIndex(histogram: MapHistogram, value: number): number {
  const { min, max, counts } = histogram;
  if (!(max > min)) return 0;
  const last = counts.length - 1;
  const index = Math.max(0, Math.min(last, Math.floor(((value - min) * counts.length) / (max - min))));
  if (index > 0 && value < binEdge(histogram, index)) return index - 1;
  if (index < last && value >= binEdge(histogram, index + 1)) return index + 1;
  return index;
}

/** Voxels in the histogram. */
export function histogramVoxels({ counts }: MapHistogram): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** The histogram of the voxels that do not hold the spike's value; the same histogram if it has no spike. Allocates. */
export function withoutSpike(histogram: MapHistogram): MapHistogram {
  const { spike } = histogram;
  if (!spike) return histogram;
  const counts = [...histogram.counts];
  const bin = binIndex(histogram, spike.value);
  counts[bin] = Math.max(0, counts[bin]! - spike.voxels);
  return { ...histogram, counts, spike: null };
}

/** Voxels at or above a level, as if values spread evenly within a bin: exact at the edges, not whole between them. */
export function voxelsAbove(histogram: MapHistogram, level: number): number {
  const { min, max, counts } = histogram;
  if (level > max) return 0;
  if (level <= min) return histogramVoxels(histogram);
  const bin = binIndex(histogram, level);
  let above = 0;
  for (let i = counts.length - 1; i > bin; i--) above += counts[i]!;
  const upper = binEdge(histogram, bin + 1);
  const inside = (upper - level) / (upper - binEdge(histogram, bin));
  return above + counts[bin]! * Math.max(0, Math.min(1, inside));
}

/** The level that this many voxels reach, the inverse of {@link voxelsAbove}: the maximum for none, the minimum for all or more. */
export function levelReachedBy(histogram: MapHistogram, voxels: number): number {
  const { min, max, counts } = histogram;
  let above = 0;
  for (let i = counts.length - 1; i >= 0; i--) {
    const count = counts[i]!;
    if (count > 0 && above + count >= voxels) {
      const [lower, upper] = [binEdge(histogram, i), binEdge(histogram, i + 1)];
      return Math.min(max, upper - (upper - lower) * ((voxels - above) / count));
    }
    above += count;
  }
  return min;
}

/** A bar of the histogram as drawn: log₁₀ of the voxels, null where there are none. */
export interface HistogramBar {
  /** Map values at the bar's left and right. */
  readonly from: number;
  readonly to: number;
  readonly voxels: number;
  readonly logVoxels: number | null;
}

/** Neighbouring bins merged into at most `bars` bars of whole bins, for drawing on a logarithmic axis. Allocates. */
export function histogramBars(histogram: MapHistogram, bars: number): HistogramBar[] {
  const width = Math.ceil(histogram.counts.length / bars);
  const count = Math.ceil(histogram.counts.length / width);
  return Array.from({ length: count }, (_, bar) => {
    const voxels = histogram.counts.slice(bar * width, (bar + 1) * width).reduce((sum, one) => sum + one, 0);
    const [from, to] = [binEdge(histogram, bar * width), binEdge(histogram, (bar + 1) * width)];
    return { from, to, voxels, logVoxels: voxels > 0 ? log(voxels) / log(10) : null };
  });
}
