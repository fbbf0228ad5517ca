import type { GuinierPoint } from "../../core/fourier/guinier.ts";
import { resolutionText } from "../text/words.ts";
import type { PlotCurve, PlotRule, PlotSpec, PlotSpread } from "./plot.ts";

/** Where the fit begins, Å. */
const FIT_FROM = 15;
const MARGIN = 0.05;

/**
 * The Guinier plot: ln of the mean amplitude (not power) against 1/d² in Å⁻²; measured, fitted and corrected curves,
 * the ends of the fit, and one standard error of the line around it. `null` without two points to span it.
 *
 * @param options `standardError` of the B-factor, Å²
 */
export function guinierPlot(
  points: readonly GuinierPoint[],
  resolution: number | null,
  { standardError = null }: { standardError?: number | null } = {},
): PlotSpec | null {
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
    name: "guinier",
    description: "Guinier plot: logarithm of the mean amplitude against the inverse square of the resolution",
    x: { label: "1/d² (Å⁻²)", scale: "linear", range: [0, Math.max(last, ...rules.map(({ at }) => at))] },
    y: { label: "ln mean amplitude", scale: "linear", range: spanOf(curves) },
    curves,
    rules,
    spread: fitSpread(points, { resolution, standardError }),
  };
}

/**
 * The fitted line ± one standard error: σ(x) = σ_slope·√(Σ(xᵢ − x̄)²/n + (x − x̄)²) over the n fitted points, with σ_slope a
 * quarter of the B-factor's (Draper & Smith, Applied Regression Analysis, 3rd ed., 1.4).
 */
function fitSpread(
  points: readonly GuinierPoint[],
  { resolution, standardError }: { resolution: number | null; standardError: number | null },
): PlotSpread | undefined {
  const [first, last] = fitEnds(resolution).map(({ at }) => at);
  const line = points.flatMap(({ inverseResolutionSquared: x, fitted: y }) => (y === null ? [] : [{ x, y }]));
  const used = line.filter(({ x }) => x >= first! && x <= last!);
  if (standardError === null || used.length < 3) return undefined;
  const mean = used.reduce((sum, { x }) => sum + x, 0) / used.length;
  const variance = used.reduce((sum, { x }) => sum + (x - mean) * (x - mean), 0) / used.length;
  const error = (x: number) => (standardError / 4) * Math.sqrt(variance + (x - mean) * (x - mean));
  return {
    name: "± 1 standard error",
    x: used.map(({ x }) => x),
    low: used.map(({ x, y }) => y - error(x)),
    high: used.map(({ x, y }) => y + error(x)),
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
