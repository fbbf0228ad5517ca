import type { ValueHistogram } from "../../core/volume/distribution.ts";
import type { PlotRule, PlotSpec } from "./plot.ts";

export interface HistogramWords {
  readonly description: string;
  /** Quantity and unit of the values. */
  readonly label: string;
}

export interface HistogramMarks {
  readonly rules: readonly PlotRule[];
  /** Where the values should lie; shaded as far as the plot reaches. */
  readonly allowed?: { readonly from: number; readonly to: number; readonly label: string };
}

const ROOM_ABOVE = 1.05;

/** Counts in the bins of a histogram, as an outline; `null` for an empty one. */
export function valueHistogramPlot(
  { edges, counts }: ValueHistogram,
  words: HistogramWords,
  { rules, allowed }: HistogramMarks,
): PlotSpec | null {
  const [low, high, most] = [edges[0]!, edges.at(-1)!, Math.max(...counts)];
  if (most < 1) return null;
  const [from, to] = allowed ? [Math.max(low, allowed.from), Math.min(high, allowed.to)] : [0, 0];
  return {
    description: words.description,
    x: { label: words.label, scale: "linear", range: [low, high] },
    y: { label: "voxels", scale: "linear", range: [0, ROOM_ABOVE * most] },
    curves: [
      {
        name: "voxels",
        colour: "curve-1",
        style: "outline",
        x: [low, ...counts.flatMap((_, i) => [edges[i]!, edges[i + 1]!]), high],
        y: [0, ...counts.flatMap((count) => [count, count]), 0],
      },
    ],
    rules: rules.filter(({ at }) => at >= low && at <= high),
    bands: allowed && from < to ? [{ from, to, label: allowed.label }] : [],
  };
}
