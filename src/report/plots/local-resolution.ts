import { formatLength } from "../../core/format/numbers.ts";
import type { LocalResolutionMeasurements } from "../../core/local-resolution/local-resolution.ts";
import type { PlotSpec } from "./plot.ts";
import { valueHistogramPlot } from "./value-histogram.ts";

/** Local resolutions over the mask, with their median and the reported one (Å, or `null`). */
export function localResolutionPlot(
  { histogram, percentiles }: LocalResolutionMeasurements,
  reported: number | null,
): PlotSpec | null {
  const rule = (name: string, at: number | null) =>
    at === null ? [] : [{ at, label: `${name} ${formatLength(at, { decimals: 1 })}` }];
  return valueHistogramPlot(
    histogram,
    { description: "Points of the mask by local resolution", label: "local resolution (Å)" },
    { rules: [...rule("median", percentiles.p50), ...rule("reported", reported)] },
  );
}
