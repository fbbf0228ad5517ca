import { percentile } from "../math/quantile.ts";

/** Percentiles of a volume's values inside a mask, in their unit; `null` where there is no such number. */
export interface Percentiles {
  readonly p2_5: number | null;
  readonly p25: number | null;
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p97_5: number | null;
}

/** Counts in 25 equal bins between 26 edges, in the unit of the values. */
export interface ValueHistogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

const BINS = 25;

/** VRS's five percentiles, interpolated linearly. @param sorted ascending, read only */
export function percentilesOf(sorted: Float32Array): Percentiles {
  const at = (percent: number) => {
    const value = percentile(sorted, percent);
    return Number.isFinite(value) ? value : null;
  };
  return { p2_5: at(2.5), p25: at(25), p50: at(50), p75: at(75), p97_5: at(97.5) };
}

/** Percentiles of the same values with `offset` taken off; none without an offset. */
export function shiftPercentiles(percentiles: Percentiles, offset: number | null): Percentiles {
  const shift = (value: number | null) => (value === null || offset === null ? null : value - offset);
  const { p2_5, p25, p50, p75, p97_5 } = percentiles;
  return { p2_5: shift(p2_5), p25: shift(p25), p50: shift(p50), p75: shift(p75), p97_5: shift(p97_5) };
}

/** Distance between the outer percentiles; 0 where there are none. */
export function spreadOf({ p2_5, p97_5 }: Percentiles): number {
  return p2_5 === null || p97_5 === null ? 0 : Math.abs(p97_5 - p2_5);
}

/**
 * 25 equal bins from the least to the largest value, half open but for the last; one unit wide about a single value, as numpy
 * has it. @param sorted ascending, finite; read only
 */
export function valueHistogram(sorted: Float32Array): ValueHistogram {
  const [least, most] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const [low, high] = least === most ? [least - 0.5, most + 0.5] : [least, most];
  const edges = Array.from({ length: BINS + 1 }, (_, i) => (i === BINS ? high : low + (i * (high - low)) / BINS));
  const counts = new Array<number>(BINS).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < BINS - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return { edges, counts };
}
