import { formatLevel } from "../../core/format/numbers.ts";
import { histogramBars, type MapHistogram } from "../../core/volume/histogram.ts";
import { decadeAbove } from "./mass-curve.ts";
import type { PlotSpec } from "./plot.ts";

const BARS = 128;

/** Voxels at each map value, on a logarithmic axis, with the contour level. `null` for a map of one value. */
export function mapHistogramPlot(histogram: MapHistogram, contourLevel: number): PlotSpec | null {
  const { min, max } = histogram;
  if (!(max > min)) return null;
  const bars = histogramBars(histogram, BARS);
  const counts = bars.map(({ voxels }) => voxels);
  const edges = [min, ...bars.map(({ to }) => to)];
  // A log axis has no zero: an empty bin stands at its foot.
  const shown = counts.flatMap((count) => [Math.max(1, count), Math.max(1, count)]);
  return {
    name: "map-values",
    description: "Voxels of the box by map value",
    x: { label: "map value", scale: "linear", range: [min, max] },
    y: { label: "voxels", scale: "log", range: [1, decadeAbove(Math.max(...counts))] },
    curves: [
      {
        name: "voxels",
        colour: "curve-1",
        style: "outline",
        x: [min, ...counts.flatMap((_, i) => [edges[i]!, edges[i + 1]!]), max],
        y: [1, ...shown, 1],
      },
    ],
    rules: contourLevel > min && contourLevel < max ? [{ at: contourLevel, label: formatLevel(contourLevel) }] : [],
    bins: { edges, counts },
  };
}
