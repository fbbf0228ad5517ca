import { ruleAnchor } from "../../report/plots/frame.ts";
import type { PlotAxis, PlotSpec } from "../../report/plots/plot.ts";
import { decadeTicks, linearTicks } from "../../report/plots/ticks.ts";
import type { TokenReader } from "../token-reader.ts";

/** A plot specification as Plotly's data and layout, in the page's own colours. @param marked a bar; −1 for none */
export function plotlyFigure(spec: PlotSpec, token: TokenReader, marked = -1) {
  return { data: traces(spec, token, marked), layout: layout(spec, token) };
}

function traces(spec: PlotSpec, token: TokenReader, marked: number) {
  return spec.bins ? barTraces(spec, token, marked) : [...spreadTraces(spec, token), ...lineTraces(spec, token)];
}

/** A bar a bin, so that each says its edges and its count when pointed at. */
function barTraces({ bins, x, y }: PlotSpec, token: TokenReader, marked: number) {
  const { edges, counts } = bins!;
  return [
    {
      type: "bar",
      x: counts.map((_, i) => (edges[i]! + edges[i + 1]!) / 2),
      y: counts,
      width: counts.map((_, i) => edges[i + 1]! - edges[i]!),
      customdata: counts.map((_, i) => [edges[i]!, edges[i + 1]!]),
      marker: { color: barColours(bins!, marked, token), line: { color: token("--pane"), width: 0.5 } },
      hovertemplate: `${x.label} %{customdata[0]:.4~g} to %{customdata[1]:.4~g}<br>${y.label} %{y}<extra></extra>`,
    },
  ];
}

/** The colours of the bars: one of them may be marked. @param marked −1 for none */
export function barColours(
  { counts }: NonNullable<PlotSpec["bins"]>,
  marked: number,
  token: TokenReader,
): readonly string[] {
  return counts.map((_, i) => token(i === marked ? "--over-marked" : "--bar-fill"));
}

function spreadTraces({ spread }: PlotSpec, token: TokenReader) {
  if (!spread) return [];
  return [
    {
      type: "scatter",
      mode: "lines",
      name: spread.name,
      x: [...spread.x, ...spread.x.toReversed()],
      y: [...spread.low, ...spread.high.toReversed()],
      fill: "toself",
      fillcolor: token("--line"),
      line: { width: 0 },
      hoverinfo: "skip",
    },
  ];
}

function lineTraces({ curves, x, y }: PlotSpec, token: TokenReader) {
  return curves.map((curve) => ({
    type: "scatter",
    mode: "lines",
    name: curve.name,
    x: curve.x,
    y: curve.y,
    line: { color: token(`--${curve.colour}`), width: 1.75, dash: curve.style === "dashed" ? "dash" : "solid" },
    hovertemplate: `${x.label} %{x:.4~g}<br>${y.label} %{y:.4~g}<extra></extra>`,
  }));
}

function layout(spec: PlotSpec, token: TokenReader) {
  const rules = spec.rules.map(({ at }) => lineAt(at, { color: token("--action"), width: 1.5, dash: "dot" }));
  const annotations = spec.rules.map(({ at, label }) => ({
    x: at,
    y: 1,
    yref: "paper",
    yanchor: "bottom",
    xanchor: anchorAt(spec, at),
    text: label,
    showarrow: false,
    font: { color: token("--action"), size: 11 },
  }));
  return {
    height: 300,
    margin: { l: 56, r: 24, t: spec.curves.length > 1 ? 48 : 24, b: 44 },
    font: { family: token("--font-ui"), size: 11, color: token("--ink-3") },
    paper_bgcolor: "transparent",
    plot_bgcolor: "transparent",
    xaxis: axis(spec.x, token),
    yaxis: axis(spec.y, token),
    shapes: [...bandShapes(spec, token), ...markShapes(spec, token), ...rules],
    annotations,
    bargap: 0,
    showlegend: spec.curves.length > 1,
    legend: { orientation: "h", x: 1, xanchor: "right", y: 1.09, yanchor: "bottom", font: { color: token("--ink-2") } },
    hoverlabel: { font: { family: token("--font-ui"), size: 12 } },
  };
}

const ANCHORS = { start: "left", middle: "center", end: "right" } as const;

/** Words near an edge of the plot end there, so that they are not cut; those of neighbours point away from each other. */
function anchorAt(spec: PlotSpec, at: number): "left" | "center" | "right" {
  const [low, high] = spec.x.range;
  const place = (at - low) / (high - low);
  if (place < 0.06) return "left";
  return place > 0.94 ? "right" : ANCHORS[ruleAnchor(spec, at)];
}

function markShapes({ marks = [] }: PlotSpec, token: TokenReader) {
  return marks.map((at) => lineAt(at, { color: token("--edge"), width: 1 }));
}

/** A line from the bottom of the plot to its top. */
function lineAt(at: number, line: { readonly color: string; readonly width: number; readonly dash?: string }) {
  return { type: "line", yref: "paper", x0: at, x1: at, y0: 0, y1: 1, line };
}

function bandShapes({ bands = [] }: PlotSpec, token: TokenReader) {
  return bands.map(({ from, to }) => ({
    type: "rect",
    yref: "paper",
    layer: "below",
    x0: from,
    x1: to,
    y0: 0,
    y1: 1,
    fillcolor: token("--band"),
    line: { width: 0 },
  }));
}

function axis({ label, scale, range }: PlotAxis, token: TokenReader) {
  const [low, high] = range;
  const ticks = scale === "log" ? decadeTicks(low, high) : linearTicks(low, high, 7);
  return {
    type: scale,
    title: { text: label, standoff: 8 },
    range: scale === "log" ? [Math.log10(low), Math.log10(high)] : [low, high],
    tickvals: ticks.map((tick) => tick.value),
    ticktext: ticks.map((tick) => tick.label),
    gridcolor: token("--line"),
    linecolor: token("--edge"),
    showline: true,
    zeroline: false,
  };
}
