import { formatPercent } from "../../core/format/numbers.ts";
import type { LocalOccupancyMeasurements } from "../../core/local/local-occupancy.ts";
import type { PlotSpec } from "./plot.ts";
import { PERCENTILE_LINES, valueHistogramPlot } from "./value-histogram.ts";

/** Local occupancies over the mask, in percent, with their median. */
export function localOccupancyPlot({ histogram, percentiles }: LocalOccupancyMeasurements): PlotSpec | null {
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  const { p2_5, p25, p50, p75, p97_5 } = percentiles;
  const median = percent(p50);
  return valueHistogramPlot(
    { edges: histogram.edges.map((edge) => 100 * edge), counts: histogram.counts },
    {
      name: "local-occupancy",
      description: `Voxels of the mask by local occupancy; ${PERCENTILE_LINES}`,
      label: "local occupancy (%)",
    },
    {
      rules: median === null ? [] : [{ at: median, label: `median ${formatPercent(median, { decimals: 0 })}` }],
      marks: [p2_5, p25, p75, p97_5].map(percent),
    },
  );
}
