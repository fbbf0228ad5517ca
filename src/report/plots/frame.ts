import { log } from "../../core/math/elementary.ts";
import type { PlotAxis, PlotCurve, PlotSpec } from "./plot.ts";
import type { Tick } from "./ticks.ts";
import { decadeTicks, linearTicks } from "./ticks.ts";

/** A place on paper or screen, y downwards. */
export type Place = readonly [x: number, y: number];

/** The rectangle that curves are drawn in, and how values become places. */
export interface PlotFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
}

/** The frame of a plot between these edges, in the renderer's unit. */
export function frameOf(
  plot: PlotSpec,
  { left, right, top, bottom }: Pick<PlotFrame, "left" | "right" | "top" | "bottom">,
): PlotFrame {
  return { left, right, top, bottom, toX: scale(plot.x, left, right), toY: scale(plot.y, bottom, top) };
}

/** Where an axis is labelled, at most `most` times if it is linear. */
export function axisTicks({ scale, range: [low, high] }: PlotAxis, most: number): Tick[] {
  return scale === "log" ? decadeTicks(low, high) : linearTicks(low, high, most);
}

/** The stretches of a curve between its gaps, as places in the frame. */
export function unbroken(curve: PlotCurve, { toX, toY }: PlotFrame): Place[][] {
  const stretches: Place[][] = [[]];
  curve.x.forEach((x, i) => {
    const y = curve.y[i] ?? null;
    if (y === null) stretches.push([]);
    else stretches.at(-1)!.push([toX(x), toY(y)]);
  });
  return stretches.filter((places) => places.length > 0);
}

/** Rules nearer to each other than this share of the axis would write their words over each other. */
const NEAR = 0.2;

/**
 * Which end of a rule's words stands at its line: words of neighbours point away from each other, others stand in the
 * middle.
 */
export function ruleAnchor({ rules, x }: PlotSpec, at: number): "start" | "middle" | "end" {
  const place = scale(x, 0, 1);
  const gaps = rules.map((rule) => place(rule.at) - place(at));
  if (gaps.some((gap) => gap > 0 && gap < NEAR)) return "end";
  return gaps.some((gap) => gap < 0 && gap > -NEAR) ? "start" : "middle";
}

/** Where words of this width begin that hang on a place, inside the frame. */
export function wordsFrom(
  { left, right }: Pick<PlotFrame, "left" | "right">,
  place: number,
  { width, anchor }: { width: number; anchor: "start" | "middle" | "end" },
): number {
  const start = anchor === "start" ? place : anchor === "end" ? place - width : place - width / 2;
  return Math.max(left, Math.min(start, right - width));
}

/** The corners of a spread, along its lower edge and back along its upper one; none where the plot has none. */
export function spreadOutline({ spread }: PlotSpec, { toX, toY }: PlotFrame): Place[] {
  if (!spread) return [];
  const edge = (values: readonly number[]) => spread.x.map((x, i): Place => [toX(x), toY(values[i]!)]);
  return [...edge(spread.low), ...edge(spread.high).reverse()];
}

function scale({ scale, range }: PlotAxis, from: number, to: number): (value: number) => number {
  const position = scale === "log" ? log : (value: number) => value;
  const [low, high] = [position(range[0]), position(range[1])];
  return (value) => from + ((position(value) - low) / (high - low)) * (to - from);
}
