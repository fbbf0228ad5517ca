import { formatPercent } from "../../core/format/numbers.ts";
import type { LocalOccupancyMeasurements } from "../../core/local/local-occupancy.ts";
import type { PlotSpec } from "./plot.ts";
import { valueHistogramPlot } from "./value-histogram.ts";

/** Local occupancies over the mask, in percent, with their median. */
export function localOccupancyPlot({ histogram, percentiles }: LocalOccupancyMeasurements): PlotSpec | null {
  const median = percentiles.p50 === null ? null : 100 * percentiles.p50;
  return valueHistogramPlot(
    { edges: histogram.edges.map((edge) => 100 * edge), counts: histogram.counts },
    { description: "Voxels of the mask by local occupancy", label: "local occupancy (%)" },
    { rules: median === null ? [] : [{ at: median, label: `median ${formatPercent(median, { decimals: 0 })}` }] },
  );
}
