import { CURVES, EDGE, INK, INK_2, INK_3, LINE, STAGE } from "../../colours.ts";
import {
  axisTicks,
  frameOf,
  type PlotFrame,
  ruleAnchor,
  spreadOutline,
  unbroken,
  wordsFrom,
} from "../../plots/frame.ts";
import type { PlotCurve, PlotSpec } from "../../plots/plot.ts";
import type { Block } from "../layout/block.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { type FigureWords, withCaption } from "./figure.ts";

const TICK: TextStyle = { face: "regular", size: 7.6, colour: INK_3 };
const AXIS: TextStyle = { face: "medium", size: 8, colour: INK_2 };
const ABOVE = 30;
const BELOW = 32;
const LEFT = 34;

/** A plot in lines, sharp at any size, with its legend above and a numbered caption below. */
export function plotFigure(
  sheet: Sheet,
  words: FigureWords,
  { plot, height = 150 }: { plot: PlotSpec; height?: number },
): Block {
  return withCaption(sheet, words, {
    height: ABOVE + height + BELOW,
    draw(pages, y) {
      const top = y + ABOVE;
      const [left, right] = [MARGIN + LEFT, MARGIN + CONTENT_WIDTH - 4];
      const frame = frameOf(plot, { left, right, top, bottom: top + height });
      drawBands(pages.sheet, plot, frame);
      drawSpread(pages.sheet, plot, frame);
      drawAxes(pages.sheet, plot, frame);
      drawMarks(pages.sheet, plot, frame);
      drawRules(pages.sheet, plot, frame);
      for (const curve of plot.curves) drawCurve(pages.sheet, curve, frame);
      drawLegend(pages.sheet, plot, y + 8);
    },
  });
}

/** The caption says what the shading stands for: words inside would lie under the curve. */
function drawBands(sheet: Sheet, { bands = [] }: PlotSpec, { top, bottom, toX }: PlotFrame): void {
  for (const { from, to } of bands) {
    const [left, right] = [toX(from), toX(to)];
    sheet.doc.setFillColor(STAGE).rect(left, top, right - left, bottom - top, "F");
  }
}

function drawSpread({ doc }: Sheet, plot: PlotSpec, frame: PlotFrame): void {
  const outline = spreadOutline(plot, frame);
  const [[x0, y0] = [0, 0], ...rest] = outline;
  const steps = rest.map(([x, y], i) => [x - outline[i]![0], y - outline[i]![1]]);
  if (steps.length > 1) doc.setFillColor(LINE).lines(steps, x0, y0, [1, 1], "F", true);
}

function drawMarks(sheet: Sheet, { marks = [] }: PlotSpec, { top, bottom, toX }: PlotFrame): void {
  for (const mark of marks) sheet.line([toX(mark), top], [toX(mark), bottom], { colour: EDGE, width: 0.5 });
}

function drawAxes(sheet: Sheet, plot: PlotSpec, { left, right, bottom, top, toX, toY }: PlotFrame): void {
  for (const { value, label } of axisTicks(plot.y, 6)) {
    sheet.line([left, toY(value)], [right, toY(value)], { colour: LINE });
    sheet.write(label, { x: left - 5, baseline: toY(value) + 2.7 }, { ...TICK, align: "right" });
  }
  sheet.line([left, bottom], [right, bottom], { colour: EDGE, width: 0.7 });
  for (const { value, label } of axisTicks(plot.x, 8)) {
    sheet.line([toX(value), bottom], [toX(value), bottom + 3], { colour: EDGE });
    sheet.write(label, { x: toX(value), baseline: bottom + 12 }, { ...TICK, align: "center" });
  }
  sheet.write(plot.x.label, { x: (left + right) / 2, baseline: bottom + 25 }, { ...AXIS, align: "center" });
  sheet.write(plot.y.label, { x: MARGIN, baseline: top - ABOVE + 10 }, AXIS);
}

function drawRules(sheet: Sheet, plot: PlotSpec, frame: PlotFrame): void {
  const style = { ...TICK, face: "medium", colour: INK } as const;
  for (const { at, label } of plot.rules) {
    const x = frame.toX(at);
    sheet.line([x, frame.top - 6], [x, frame.bottom], { colour: INK, width: 0.8, dash: [3, 2] });
    const words = { width: sheet.width(label, style), anchor: ruleAnchor(plot, at) };
    sheet.write(label, { x: wordsFrom(frame, x, words), baseline: frame.top - 9 }, style);
  }
}

function drawCurve(sheet: Sheet, curve: PlotCurve, frame: PlotFrame): void {
  const stroke = { colour: CURVES[curve.colour], width: 1.1, ...dashOf(curve) };
  for (const points of unbroken(curve, frame)) {
    if (points.length > 1) sheet.path(points, stroke);
    if (curve.style !== "solid") continue;
    sheet.doc.setFillColor(CURVES[curve.colour]);
    for (const [x, y] of points) sheet.doc.circle(x, y, 1.2, "F");
  }
}

function dashOf({ style }: PlotCurve): { dash?: readonly [number, number] } {
  return style === "dashed" ? { dash: [4, 2.5] } : {};
}

/** Names of the curves at the right of the line above the plot; one curve needs none, its axis names it. */
function drawLegend(sheet: Sheet, plot: PlotSpec, y: number): void {
  if (plot.curves.length < 2) return;
  let right = MARGIN + CONTENT_WIDTH - 4;
  for (const curve of plot.curves.toReversed()) {
    sheet.write(curve.name, { x: right, baseline: y + 2 }, { ...TICK, colour: INK_2, align: "right" });
    right -= sheet.width(curve.name, TICK) + 4;
    sheet.line([right - 16, y], [right, y], { colour: CURVES[curve.colour], width: 1.4, ...dashOf(curve) });
    right -= 30;
  }
}
