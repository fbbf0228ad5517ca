import { formatCount, formatDecimal, formatLevel } from "../../core/format/numbers.ts";
import { volumeOfVoxel } from "../../core/volume/components.ts";
import { suggestByMass } from "../../core/volume/contour-by-mass.ts";
import type { ContourSuggestion, LevelMeasurement } from "../../core/volume/contour-suggestion.ts";
import {
  type HistogramBar,
  histogramBars,
  histogramVoxels,
  levelReachedBy,
  type MapHistogram,
  voxelsAbove,
} from "../../core/volume/histogram.ts";
import type { MapStatistics } from "../../core/volume/statistics.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { counted } from "../../report/text/words.ts";

/** The map values that the picture covers. */
export interface LevelRange {
  readonly low: number;
  readonly high: number;
}

/** Share of the voxels left out at either end, so that a few extreme voxels do not squeeze the rest. */
const TAIL = 0.0005;
const BARS = 66;

/** The range worth showing: all but the tails, and every level that must have a place in it. */
export function levelRange(histogram: MapHistogram, levels: readonly number[]): LevelRange {
  const total = histogramVoxels(histogram);
  const low = levelReachedBy(histogram, (1 - TAIL) * total);
  const high = levelReachedBy(histogram, TAIL * total);
  const least = Math.min(low, ...levels);
  const most = Math.max(high, ...levels);
  const pad = 0.02 * (most - least || 1);
  return { low: least === low ? low : least - pad, high: most === high ? high : most + pad };
}

/** The histogram in about {@link BARS} bars of whole bins within a range. */
export function barsWithin(histogram: MapHistogram, { low, high }: LevelRange): HistogramBar[] {
  const { counts, min, max } = histogram;
  const shown = max > min ? (high - low) / (max - min) : 1;
  const bars = histogramBars(histogram, Math.max(1, Math.min(counts.length, Math.round(BARS / shown))));
  return bars.filter((bar) => bar.to > low && bar.from < high);
}

/** The level as a multiple of the map's own deviation: "2.8 σ". */
export function levelInDeviations(level: number, { mean, std }: MapStatistics): string {
  return std > 0 ? `${formatDecimal((level - mean) / std, 1)} σ` : "";
}

/** A level rounded to what a drag can mean: a thousandth of the range. */
export function roundToRange(level: number, { low, high }: LevelRange): number {
  const digits = Math.max(0, 3 - Math.floor(Math.log10(high - low || 1)));
  return Number(level.toFixed(Math.min(12, digits)));
}

/** The picture in words. */
export function histogramDescription({ low, high }: LevelRange, level: number): string {
  return `Histogram of the map values from ${formatLevel(low)} to ${formatLevel(high)}, voxels on a logarithmic scale; the level is ${formatLevel(level)}`;
}

/** The map's own suggestions, and the one of the expected mass where it is given and fits into the box. */
export function allSuggestions(
  { contourSuggestions, histogram, grid }: OpenedMap,
  mass: number | null | undefined,
): readonly ContourSuggestion[] {
  if (mass == null) return contourSuggestions;
  const byMass = suggestByMass(histogram, { mass, voxelVolume: volumeOfVoxel(grid) });
  return byMass ? [...contourSuggestions, byMass] : contourSuggestions;
}

/** Voxels above each level at even steps of a range, for a curve. */
export function volumeCurve(histogram: MapHistogram, { low, high }: LevelRange): { level: number; voxels: number }[] {
  return Array.from({ length: BARS + 1 }, (_, i) => {
    const level = low + (i / BARS) * (high - low);
    return { level, voxels: voxelsAbove(histogram, level) };
  });
}

/** "1 piece", "about 24 pieces": at the nearest rung of the ladder; empty beyond its ends. */
export function piecesText(ladder: readonly LevelMeasurement[], level: number): string {
  const first = ladder[0];
  const last = ladder.at(-1);
  if (!first || !last || level < first.level || level > last.level) return "";
  const nearest = ladder.reduce((best, rung) =>
    Math.abs(rung.level - level) < Math.abs(best.level - level) ? rung : best,
  );
  const { components } = nearest;
  return components === 1 ? "1 piece" : `about ${counted(formatCount(components), components, "piece")}`;
}
