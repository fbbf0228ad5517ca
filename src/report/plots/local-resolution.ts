import { formatLength } from "../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../core/local-resolution/local-resolution.ts";
import type { PlotSpec } from "./plot.ts";
import { PERCENTILE_LINES, valueHistogramPlot } from "./value-histogram.ts";

/** Local resolutions over the mask, with their median and the reported one (Å, or `null`). */
export function localResolutionPlot(
  { histogram, percentiles }: LocalResolutionMeasurements,
  reported: number | null,
): PlotSpec | null {
  const rule = (name: string, at: number | null) =>
    at === null ? [] : [{ at, label: `${name} ${formatLength(at, { decimals: 1 })}` }];
  const { p2_5, p25, p50, p75, p97_5 } = percentiles;
  return valueHistogramPlot(
    histogram,
    {
      name: "local-resolution",
      description: `Points of the mask by local resolution; ${PERCENTILE_LINES}`,
      label: "local resolution (Å)",
      counted: "points",
    },
    { rules: [...rule("median", p50), ...rule("reported", reported)], marks: [p2_5, p25, p75, p97_5] },
  );
}
