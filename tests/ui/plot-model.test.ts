import { describe, expect, it } from "vitest";
import { massCurvePlot } from "../../src/report/plots/mass-curve.ts";
import { plotlyFigure } from "../../src/ui/plot/model.ts";

const rows = [1000, 100, 10].map((voxels, i) => ({ level: 0.1 * (i + 1), voxels, mass: 1, residues: 1 }));

describe("a plot for Plotly", () => {
  const { data, layout } = plotlyFigure(massCurvePlot(rows, 0.2)!, (token) => `value of ${token}`);

  it("takes its colours from the design's tokens", () => {
    expect(data[0]?.line.color).toBe("value of --curve-1");
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
