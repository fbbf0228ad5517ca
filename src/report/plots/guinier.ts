import type { GuinierPoint } from "../../core/fourier/guinier.ts";
import { resolutionText } from "../text/words.ts";
import type { PlotCurve, PlotRule, PlotSpec } from "./plot.ts";

/** Where the fit begins, Å. */
const FIT_FROM = 15;
const MARGIN = 0.05;

/**
 * The Guinier plot: ln of the mean amplitude (not power) against 1/d² in Å⁻²; measured, fitted and corrected curves,
 * and the ends of the fit. `null` without two points to span it.
 */
export function guinierPlot(points: readonly GuinierPoint[], resolution: number | null): PlotSpec | null {
  const x = points.map((point) => point.inverseResolutionSquared);
  const last = x.at(-1) ?? 0;
  const curves = [
    curve(
      "measured",
      "curve-1",
      x,
      points.map((point) => point.lnAmplitude),
    ),
    curve(
      "B-factor corrected",
      "curve-2",
      x,
      points.map((point) => point.corrected),
    ),
    {
      ...curve(
        "fitted line",
        "curve-3",
        x,
        points.map((point) => point.fitted),
      ),
      style: "dashed" as const,
    },
  ].filter(({ y }) => y.some((value) => value !== null));
  if (points.length < 2 || !(last > 0) || curves.length === 0) return null;
  const rules = fitEnds(resolution);
  return {
    description: "Guinier plot: logarithm of the mean amplitude against the inverse square of the resolution",
    x: { label: "1/d² (Å⁻²)", scale: "linear", range: [0, Math.max(last, ...rules.map(({ at }) => at))] },
    y: { label: "ln mean amplitude", scale: "linear", range: spanOf(curves) },
    curves,
    rules,
  };
}

function curve(name: string, colour: PlotCurve["colour"], x: number[], y: (number | null)[]): PlotCurve {
  return { name, colour, style: "solid", x, y };
}

function spanOf(curves: readonly PlotCurve[]): readonly [number, number] {
  const values = curves.flatMap(({ y }) => y.filter((value) => value !== null));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = MARGIN * (high - low) || 1;
  return [low - pad, high + pad];
}

function fitEnds(resolution: number | null): PlotRule[] {
  const ends = resolution === null || resolution >= FIT_FROM ? [] : [FIT_FROM, resolution];
  return ends.map((d) => ({ at: 1 / (d * d), label: resolutionText(d) }));
}
