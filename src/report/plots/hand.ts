import { formatDecimal } from "../../core/format/numbers.ts";
import type { HandMeasurements } from "../../core/hand/hand.ts";
import type { PlotSpec } from "./plot.ts";
import { valueHistogramPlot } from "./value-histogram.ts";

/** Helix-like places by D; right-handed ones lie above 0. */
export function handPlot({ evidence }: HandMeasurements): PlotSpec | null {
  const { histogram, meanLogRatio } = evidence;
  const words = {
    name: "hand",
    description: "Helix-like places by the logarithm of right over left",
    label: "D = ln(right / left)",
    counted: "helix-like places",
  };
  const mean = meanLogRatio === null ? [] : [{ at: meanLogRatio, label: `mean ${formatDecimal(meanLogRatio, 2)}` }];
  return valueHistogramPlot(histogram, words, { rules: mean, allowed: { from: 0, to: 2, label: "right-handed" } });
}
