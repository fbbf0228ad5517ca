import type { PlotAxis, PlotSpec } from "../../report/plots/plot.ts";
import { decadeTicks, linearTicks } from "../../report/plots/ticks.ts";

/** Reads a design token's present value, such as `--ink`. */
export type TokenReader = (name: string) => string;

/** A plot specification as Plotly's data and layout, in the page's own colours. */
export function plotlyFigure(spec: PlotSpec, token: TokenReader) {
  return { data: traces(spec, token), layout: layout(spec, token) };
}

function traces({ curves, x, y }: PlotSpec, token: TokenReader) {
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
  const rules = spec.rules.map(({ at }) => ({
    type: "line",
    yref: "paper",
    x0: at,
    x1: at,
    y0: 0,
    y1: 1,
    line: { color: token("--action"), width: 1.5, dash: "dot" },
  }));
  const annotations = spec.rules.map(({ at, label }) => ({
    x: at,
    y: 1,
    yref: "paper",
    yanchor: "bottom",
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
    shapes: [...bandShapes(spec, token), ...rules],
    annotations,
    showlegend: spec.curves.length > 1,
    legend: { orientation: "h", x: 1, xanchor: "right", y: 1.09, yanchor: "bottom", font: { color: token("--ink-2") } },
    hoverlabel: { font: { family: token("--font-ui"), size: 12 } },
  };
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
    fillcolor: token("--stage"),
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
