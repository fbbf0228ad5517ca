import { describe, expect, it } from "vitest";
import { guinierPlot } from "../../src/report/plots/guinier.ts";
import { localOccupancyPlot } from "../../src/report/plots/local-occupancy.ts";
import { massCurvePlot } from "../../src/report/plots/mass-curve.ts";
import { plotlyFigure } from "../../src/ui/plot/model.ts";
import { localOccupancyOf } from "../support/sample-local.ts";

const rows = [1000, 100, 10].map((voxels, i) => ({ level: 0.1 * (i + 1), voxels, mass: 1, residues: 1 }));

describe("a plot for Plotly", () => {
  const { data, layout } = plotlyFigure(massCurvePlot(rows, 0.2)!, (token) => `value of ${token}`);

  it("takes its colours from the design's tokens", () => {
    expect(data).toMatchObject([{ type: "scatter", line: { color: "value of --curve-1" } }]);
    expect(layout.xaxis.gridcolor).toBe("value of --line");
  });

  it("turns the range of a logarithmic axis into decades and labels them without markup", () => {
    expect(layout.yaxis).toMatchObject({ type: "log", range: [0, 3], ticktext: ["1", "10", "10²", "10³"] });
    expect(layout.xaxis).toMatchObject({ type: "linear" });
  });

  it("draws a line at the contour level", () => {
    expect(layout.shapes).toMatchObject([{ x0: 0.2, x1: 0.2, yref: "paper" }]);
    expect(layout.annotations).toMatchObject([{ x: 0.2, text: "0.200" }]);
  });
});

describe("a histogram for Plotly", () => {
  const plot = localOccupancyPlot(localOccupancyOf({ median: 0.5, spread: 0.6 }))!;
  const { data, layout } = plotlyFigure(plot, (token) => token);

  it("has a bar a bin, that knows its edges", () => {
    expect(data).toHaveLength(1);
    const [bars] = data as unknown as { x: number[]; y: number[]; width: number[]; customdata: number[][] }[];
    expect(bars!.y).toEqual(plot.bins!.counts);
    expect(bars!.customdata[3]).toEqual([plot.bins!.edges[3], plot.bins!.edges[4]]);
    expect(bars!.x[3]! - bars!.width[3]! / 2).toBeCloseTo(plot.bins!.edges[3]!, 9);
  });

  it("has one marked bar in a colour of its own", () => {
    const colours = (marked?: number) => {
      const [bars] = plotlyFigure(plot, (token) => token, marked).data as unknown as { marker: { color: string[] } }[];
      return bars!.marker.color;
    };
    expect(new Set(colours())).toEqual(new Set(["--bar-fill"]));
    expect(colours(3).flatMap((token, i) => (token === "--over-marked" ? [i] : []))).toEqual([3]);
  });

  it("marks four percentiles thinly and the median with words", () => {
    expect(layout.shapes.map((shape) => (shape as { x0: number }).x0)).toEqual([20, 38, 62, 80, 50]);
    expect(layout.annotations).toMatchObject([{ x: 50, text: "median 50\u00a0%" }]);
  });
});

describe("a fit for Plotly", () => {
  const line = Array.from({ length: 9 }, (_, i) => ({
    inverseResolutionSquared: 0.005 * (i + 1),
    lnAmplitude: -i,
    fitted: -i,
    corrected: 0,
  }));
  const { data } = plotlyFigure(guinierPlot(line, 4, { standardError: 8 })!, (token) => token);

  it("shades one standard error around the fitted points, least in their middle", () => {
    const [shade] = data as unknown as { name: string; fill: string; x: number[]; y: number[] }[];
    expect(shade).toMatchObject({ name: "± 1 standard error", fill: "toself" });
    const half = shade!.x.length / 2;
    const widths = shade!.y.slice(0, half).map((low, i) => shade!.y.at(-1 - i)! - low);
    expect(widths[0]).toBeGreaterThan(widths[half >> 1]!);
    // In the middle σ is that of the mean: σ_slope·√(mean square distance), for points 0.005 apart.
    const spread = 0.005 * Math.sqrt((half * half - 1) / 12);
    expect(Math.min(...widths)).toBeCloseTo(2 * 2 * spread, 1);
  });
});
