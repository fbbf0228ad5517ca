import { exp, log } from "../math/elementary.ts";
import { binEdge, binIndex, histogramVoxels, levelReachedBy, type MapHistogram, withoutSpike } from "./histogram.ts";

/** From this share of the box on, one exact value counts as the constant outside a mask. */
const MASKED_SHARE = 0.1;
/** When values above the background's centre outnumber those below by this share, the molecule fills what is not masked. */
const CROWDED_EXCESS = 0.15;
/** Share of the voxels above a level that its largest piece must hold for the map to count as one piece. */
const ONE_PIECE = 0.9;
/** Where a Gaussian has 68.27 % of its mass: within one rms deviation. */
const WITHIN_ONE_STD = 0.6827;

/** The components of the voxels at or above a level (26 neighbours). */
export interface LevelMeasurement {
  readonly level: number;
  readonly voxels: number;
  readonly components: number;
  readonly largestVoxels: number;
}

/** What the map shows where there is no molecule. */
export interface Background {
  /** Its centre: the constant outside the mask, else the peak of the histogram. */
  readonly level: number;
  /** Its rms deviation, from the values below its peak, where there is no molecule. */
  readonly std: number;
  readonly masked: boolean;
  /** Too little of it is left to tell it from the molecule: `level` and `std` describe both. */
  readonly crowded: boolean;
  /** The values that are not masked. */
  readonly values: MapHistogram;
}

/**
 * The background's centre and rms deviation from the histogram alone. The peak is the fullest window a quarter as wide as the
 * interquartile range; the deviation is the distance below the peak that holds 68.27 % of the values below it. A robust estimate of
 * the noise in the box, not the mean and deviation of the voxels outside a mask (check 0.c).
 */
export function findBackground(histogram: MapHistogram): Background {
  const total = histogramVoxels(histogram);
  const masked = histogram.spike !== null && histogram.spike.voxels >= MASKED_SHARE * total;
  const values = masked ? withoutSpike(histogram) : histogram;
  const peak = histogramPeak(values);
  const level = masked ? histogram.spike!.value : peak;
  const voxels = histogramVoxels(values);
  const below = belowBin(values, peak);
  const std = peak - levelReachedBy(values, voxels - (1 - WITHIN_ONE_STD) * below);
  const excess = voxels - 2 * belowBin(values, level);
  return { level, std: Math.max(0, std), masked, crowded: excess > CROWDED_EXCESS * voxels, values };
}

/** Middle of the fullest window of bins. */
function histogramPeak(histogram: MapHistogram): number {
  const { counts } = histogram;
  const voxels = histogramVoxels(histogram);
  const quartile = (share: number) => binIndex(histogram, levelReachedBy(histogram, share * voxels));
  const width = Math.max(1, Math.floor((quartile(0.25) - quartile(0.75)) / 4));
  let sum = 0;
  let [fullest, first] = [-1, 0];
  for (let i = 0; i < counts.length; i++) {
    sum += counts[i]! - (i >= width ? counts[i - width]! : 0);
    if (sum > fullest) [fullest, first] = [sum, Math.max(0, i - width + 1)];
  }
  return (binEdge(histogram, first) + binEdge(histogram, first + width)) / 2;
}

/** Voxels below the bin of a value, and half of those in it. */
function belowBin(histogram: MapHistogram, value: number): number {
  const bin = binIndex(histogram, value);
  let below = histogram.counts[bin]! / 2;
  for (let i = 0; i < bin; i++) below += histogram.counts[i]!;
  return below;
}

/**
 * Mean height of the molecule above the background, weighted by height: Σ n·d²/Σ n·d over distances d above the background's centre,
 * where n is the voxels at +d less those at −d, because noise is symmetric and a molecule is not. Beyond 3 rms deviations only, unless
 * the background is crowded. Null where nothing stands out.
 */
export function signalHeight({ level, std, crowded, values }: Background): number | null {
  const mirror = 2 * binIndex(values, level);
  const nearest = crowded ? 0 : 3 * std;
  let [first, second] = [0, 0];
  for (let i = binIndex(values, level) + 1; i < values.counts.length; i++) {
    const height = (binEdge(values, i) + binEdge(values, i + 1)) / 2 - level;
    if (height < nearest) continue;
    const voxels = Math.max(0, values.counts[i]! - (values.counts[mirror - i] ?? 0));
    first += voxels * height;
    second += voxels * height * height;
  }
  return first > 0 ? second / first : null;
}

/** Levels between which the map is one piece; `to` lies where the largest piece falls below 90 % of the voxels above the level. */
export interface ComponentPlateau {
  readonly from: number;
  readonly to: number;
}

/** The highest run of levels at which the largest piece holds 90 % of the voxels, its upper end interpolated. Null if there is none. */
export function findPlateau(ladder: readonly LevelMeasurement[], background: number): ComponentPlateau | null {
  const rungs = ladder
    .filter(({ voxels, level }) => voxels > 0 && level > background)
    .sort((a, b) => a.level - b.level);
  const shares = rungs.map(({ largestVoxels, voxels }) => largestVoxels / voxels);
  const top = shares.findLastIndex((share) => share >= ONE_PIECE);
  if (top < 0) return null;
  const bottom = shares.slice(0, top).findLastIndex((share) => share < ONE_PIECE) + 1;
  const [last, next] = [rungs[top]!, rungs[top + 1]];
  if (!next) return { from: rungs[bottom]!.level, to: last.level };
  const weight = (shares[top]! - ONE_PIECE) / (shares[top]! - shares[top + 1]!);
  const [low, high] = [last.level - background, next.level - background];
  return { from: rungs[bottom]!.level, to: background + low * exp(weight * log(high / low)) };
}
