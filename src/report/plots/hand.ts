import { formatDecimal } from "../../core/format/numbers.ts";
import { type HandMeasurements, LARGEST_RATIO } from "../../core/hand/hand.ts";
import type { PlotSpec } from "./plot.ts";
import { valueHistogramPlot } from "./value-histogram.ts";

/** Helix-like places by D; right-handed ones lie above 0. */
export function handPlot({ evidence }: HandMeasurements): PlotSpec | null {
  const { histogram, meanLogRatio } = evidence;
  const words = {
    name: "hand",
    description: "Helix-like places by the logarithm of right over left; the end bars hold what lies beyond",
    label: `D = ln(right / left); end bars: D ≤ −${LARGEST_RATIO} and D ≥ ${LARGEST_RATIO}`,
    counted: "helix-like places",
  };
  const mean =
    meanLogRatio === null ? [] : [{ at: withinPlot(meanLogRatio), label: `mean ${formatDecimal(meanLogRatio, 2)}` }];
  return valueHistogramPlot(histogram, words, {
    rules: mean,
    allowed: { from: 0, to: LARGEST_RATIO, label: "right-handed" },
  });
}

/** A mean beyond the plot stands at its end, where the bar holds what lies beyond. */
function withinPlot(ratio: number): number {
  return Math.max(-LARGEST_RATIO, Math.min(LARGEST_RATIO, ratio));
}
