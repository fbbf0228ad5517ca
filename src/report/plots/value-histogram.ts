import type { ValueHistogram } from "../../core/volume/distribution.ts";
import type { PlotRule, PlotSpec } from "./plot.ts";

export interface HistogramWords {
  /** Short, for the names of files. */
  readonly name: string;
  readonly description: string;
  /** Quantity and unit of the values. */
  readonly label: string;
  /** What is counted; voxels where nothing is said. */
  readonly counted?: string;
}

export interface HistogramMarks {
  readonly rules: readonly PlotRule[];
  /** Values marked without words. */
  readonly marks?: readonly (number | null)[];
  /** Where the values should lie; shaded as far as the plot reaches. */
  readonly allowed?: { readonly from: number; readonly to: number; readonly label: string };
}

/** What the marks of a local histogram are, for its description. */
export const PERCENTILE_LINES = "thin lines at the 2.5, 25, 75 and 97.5 percentiles";

const ROOM_ABOVE = 1.05;

/** Counts in the bins of a histogram, as an outline; `null` for an empty one. */
export function valueHistogramPlot(
  { edges, counts }: ValueHistogram,
  { name, description, label, counted = "voxels" }: HistogramWords,
  { rules, marks = [], allowed }: HistogramMarks,
): PlotSpec | null {
  const [low, high, most] = [edges[0]!, edges.at(-1)!, Math.max(...counts)];
  if (most < 1) return null;
  const [from, to] = allowed ? [Math.max(low, allowed.from), Math.min(high, allowed.to)] : [0, 0];
  return {
    name,
    description,
    x: { label, scale: "linear", range: [low, high] },
    y: { label: counted, scale: "linear", range: [0, ROOM_ABOVE * most] },
    curves: [
      {
        name: counted,
        colour: "curve-1",
        style: "outline",
        x: [low, ...counts.flatMap((_, i) => [edges[i]!, edges[i + 1]!]), high],
        y: [0, ...counts.flatMap((count) => [count, count]), 0],
      },
    ],
    rules: rules.filter(({ at }) => at >= low && at <= high),
    marks: marks.filter((mark) => mark !== null && mark >= low && mark <= high) as number[],
    bins: { edges, counts },
    bands: allowed && from < to ? [{ from, to, label: allowed.label }] : [],
  };
}
