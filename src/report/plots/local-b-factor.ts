import type { Reading } from "../../checks/check.ts";
import { LOCAL_B_FACTOR_LIMITS } from "../../checks/local-b-factor.ts";
import { formatBFactor } from "../../core/format/numbers.ts";
import type { LocalBFactorMeasurements } from "../../core/local/local-b-factor.ts";
import type { PlotSpec } from "./plot.ts";
import { PERCENTILE_LINES, valueHistogramPlot } from "./value-histogram.ts";

/** Local B-factors of a reading over the mask, with their median and the range that it should lie in. */
export function localBFactorPlot(measured: LocalBFactorMeasurements, reading: Reading): PlotSpec | null {
  const { lowest, highest } = LOCAL_B_FACTOR_LIMITS;
  const { histogram, whiteNoiseOffset } = measured;
  const offset = reading === "corrected" ? (whiteNoiseOffset ?? 0) : 0;
  const { p2_5, p25, p50: median, p75, p97_5 } = measured[reading].percentiles;
  return valueHistogramPlot(
    { edges: histogram.edges.map((edge) => edge - offset), counts: histogram.counts },
    {
      name: "local-b-factor",
      description: `Voxels of the mask by local B-factor; ${PERCENTILE_LINES}`,
      label: "local B-factor (Å²)",
    },
    {
      rules: median === null ? [] : [{ at: median, label: `median ${formatBFactor(median)}` }],
      marks: [p2_5, p25, p75, p97_5],
      allowed: { from: lowest, to: highest, label: "where the median should lie" },
    },
  );
}
