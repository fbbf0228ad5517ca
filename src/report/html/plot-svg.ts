import {
  axisTicks,
  frameOf,
  type Place,
  type PlotFrame,
  ruleAnchor,
  spreadOutline,
  unbroken,
  wordsFrom,
} from "../plots/frame.ts";
import type { PlotCurve, PlotSpec } from "../plots/plot.ts";
import { html, type Markup, NOTHING } from "./markup.ts";

const WIDTH = 720;
const HEIGHT = 320;
const EDGES = { left: 52, right: WIDTH - 8, top: 42, bottom: HEIGHT - 44 };
/** Width of a character of the legend, about; a browser's fonts are not known here. */
const CHARACTER = 6.2;

/** A plot as inline SVG: equal plots give equal text. @param label what it shows and what that tells, for screen readers */
export function plotSvg(plot: PlotSpec, label: string): Markup {
  const frame = frameOf(plot, EDGES);
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${bands(plot, frame)}
${spread(plot, frame)}
${marks(plot, frame)}
${axes(plot, frame)}
${rules(plot, frame)}
${plot.curves.map((curve) => curveMarkup(curve, frame))}
${legend(plot)}
</svg>`;
}

function bands({ bands = [] }: PlotSpec, { top, bottom, toX }: PlotFrame): Markup[] {
  return bands.map(({ from, to }) => {
    const [left, right] = [toX(from), toX(to)];
    return html`<rect class="band" x="${digits(left)}" y="${top}" width="${digits(right - left)}" height="${bottom - top}"/>`;
  });
}

function spread(plot: PlotSpec, frame: PlotFrame): Markup {
  const outline = spreadOutline(plot, frame);
  return outline.length > 0 ? html`<polygon class="spread" points="${points(outline)}"/>` : NOTHING;
}

function marks({ marks = [] }: PlotSpec, { top, bottom, toX }: PlotFrame): Markup[] {
  return marks.map(
    (mark) => html`<line class="axis" x1="${digits(toX(mark))}" x2="${digits(toX(mark))}" y1="${top}" y2="${bottom}"/>`,
  );
}

function axes(plot: PlotSpec, { left, right, bottom, toX, toY }: PlotFrame): Markup {
  const across = axisTicks(plot.y, 6).map(
    ({ value, label }) =>
      html`<line class="grid" x1="${left}" x2="${right}" y1="${digits(toY(value))}" y2="${digits(toY(value))}"/><text x="${left - 7}" y="${digits(toY(value) + 4)}" text-anchor="end">${label}</text>`,
  );
  const along = axisTicks(plot.x, 8).map(
    ({ value, label }) =>
      html`<line class="axis" x1="${digits(toX(value))}" x2="${digits(toX(value))}" y1="${bottom}" y2="${bottom + 4}"/><text x="${digits(toX(value))}" y="${bottom + 17}" text-anchor="middle">${label}</text>`,
  );
  return html`${across}
<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>
${along}
<text class="name" x="${(left + right) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${plot.x.label}</text>
<text class="name" x="0" y="13">${plot.y.label}</text>`;
}

function rules(plot: PlotSpec, frame: PlotFrame): Markup[] {
  const { top, bottom } = frame;
  return plot.rules.map(({ at, label }) => {
    const x = frame.toX(at);
    const width = CHARACTER * label.length;
    const middle = wordsFrom(frame, x, { width, anchor: ruleAnchor(plot, at) }) + width / 2;
    return html`<line class="rule" x1="${digits(x)}" x2="${digits(x)}" y1="${top - 8}" y2="${bottom}"/><text class="name" x="${digits(middle)}" y="${top - 12}" text-anchor="middle">${label}</text>`;
  });
}

function curveMarkup(curve: PlotCurve, frame: PlotFrame): Markup {
  const look = `${curve.colour} ${curve.style}`;
  const lines = unbroken(curve, frame).map(
    (places) => html`<polyline class="curve ${look}" points="${points(places)}"/>`,
  );
  if (curve.style !== "solid") return html`${lines}`;
  const dots = unbroken(curve, frame)
    .flat()
    .map(([x, y]) => html`<circle class="dot ${curve.colour}" cx="${digits(x)}" cy="${digits(y)}" r="1.8"/>`);
  return html`${lines}${dots}`;
}

/** Names of the curves above the plot, from the right; one curve needs none, its axis names it. */
function legend(plot: PlotSpec): Markup {
  if (plot.curves.length < 2) return NOTHING;
  let right = EDGES.right;
  const entries = plot.curves.toReversed().map(({ name, colour, style }) => {
    const text = html`<text x="${digits(right)}" y="13" text-anchor="end">${name}</text>`;
    right -= CHARACTER * name.length + 6;
    const line = html`<line class="curve ${colour} ${style}" x1="${digits(right - 22)}" x2="${digits(right)}" y1="9" y2="9"/>`;
    right -= 40;
    return html`${line}${text}`;
  });
  return html`${entries}`;
}

function points(places: readonly Place[]): string {
  return places.map(([x, y]) => `${digits(x)},${digits(y)}`).join(" ");
}

/** A hundredth of a unit is finer than any screen. */
function digits(value: number): string {
  return String(Math.round(100 * value) / 100);
}
