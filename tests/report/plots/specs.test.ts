import { describe, expect, it } from "vitest";
import { guinierPlot } from "../../../src/report/plots/guinier.ts";
import { localBFactorPlot } from "../../../src/report/plots/local-b-factor.ts";
import { localOccupancyPlot } from "../../../src/report/plots/local-occupancy.ts";
import { localResolutionPlot } from "../../../src/report/plots/local-resolution.ts";
import { massCurvePlot } from "../../../src/report/plots/mass-curve.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../../support/sample-local.ts";

const row = (level: number, voxels: number) => ({ level, voxels, mass: voxels / 10, residues: voxels });
const point = (x: number, lnAmplitude: number, fit: number | null) => ({
  inverseResolutionSquared: x,
  lnAmplitude,
  fitted: fit,
  corrected: fit,
});

describe("massCurvePlot", () => {
  it("spans whole decades and leaves out what a log axis cannot show", () => {
    const plot = massCurvePlot([row(0.1, 2300), row(0.2, 10), row(0.3, 0)], 0.15)!;
    expect(plot.y).toMatchObject({ scale: "log", range: [1, 10_000] });
    expect(plot.x.range).toEqual([0, 0.3]);
    expect(plot.curves[0]!.y).toEqual([2300, 10, null]);
    expect(plot.rules).toEqual([{ at: 0.15, label: "0.150" }]);
  });

  it.each([0, -1, 0.31])("draws no rule for a level of %d outside the curve", (level) => {
    expect(massCurvePlot([row(0.1, 5), row(0.3, 1)], level)!.rules).toEqual([]);
  });

  it("is absent without a voxel or a row", () => {
    expect(massCurvePlot([], 1)).toBeNull();
    expect(massCurvePlot([row(0.1, 0)], 1)).toBeNull();
  });
});

describe("guinierPlot", () => {
  it("holds three curves, and the ends of the fit at 1/15² and 1/d²", () => {
    const plot = guinierPlot([point(0, -3, -5), point(0.01, -6, -6)], 7)!;
    expect(plot.curves.map(({ name }) => name)).toEqual(["measured", "B-factor corrected", "fitted line"]);
    expect(plot.rules.map(({ at }) => at)).toEqual([1 / 225, 1 / 49]);
    expect(plot.x.range).toEqual([0, 1 / 49]);
    expect(plot.y.range[0]).toBeCloseTo(-6.15, 12);
    expect(plot.y.range[1]).toBeCloseTo(-2.85, 12);
  });

  it("holds the measured curve alone without a fit, and no ends without a range", () => {
    const plot = guinierPlot([point(0, -3, null), point(0.01, -6, null)], 18)!;
    expect(plot.curves.map(({ name }) => name)).toEqual(["measured"]);
    expect(plot.rules).toEqual([]);
  });

  it("is absent below two points", () => {
    expect(guinierPlot([], 7)).toBeNull();
    expect(guinierPlot([point(0, -3, null)], 7)).toBeNull();
  });
});

describe("localBFactorPlot", () => {
  const measured = localBFactorOf({ median: -200, offset: -50, spread: 300 });

  it("shifts the edges of the corrected reading by the offset, and its median with them", () => {
    const [vrs, corrected] = [localBFactorPlot(measured, "vrs")!, localBFactorPlot(measured, "corrected")!];
    expect(vrs.x.range).toEqual([-500, 100]);
    expect(corrected.x.range).toEqual([-450, 150]);
    expect(vrs.rules.map(({ at }) => at)).toEqual([-200]);
    expect(corrected.rules.map(({ at }) => at)).toEqual([-150]);
  });

  it("outlines the bins and shades what is allowed", () => {
    const plot = localBFactorPlot(measured, "vrs")!;
    expect(plot.curves[0]!.x).toHaveLength(52);
    expect(plot.curves[0]!.y.slice(0, 4)).toEqual([0, 136, 136, 274]);
    expect(plot.bands).toMatchObject([{ from: -300, to: 0 }]);
  });

  it("shades only what the plot reaches, and nothing where it does not", () => {
    const narrow = localBFactorPlot(localBFactorOf({ median: -280, offset: 0, spread: 50 }), "vrs")!;
    expect(narrow.bands).toMatchObject([{ from: -300, to: -230 }]);
    expect(localBFactorPlot(localBFactorOf({ median: 400, offset: 0, spread: 50 }), "vrs")!.bands).toEqual([]);
  });
});

describe("localOccupancyPlot", () => {
  it("speaks of percent", () => {
    const plot = localOccupancyPlot(localOccupancyOf({ median: 0.8, spread: 0.6 }))!;
    expect(plot.x.range).toEqual([0, 100]);
    expect(plot.rules).toMatchObject([{ at: 80, label: "median 80\u00a0%" }]);
    expect(plot.bands).toEqual([]);
  });
});

describe("localResolutionPlot", () => {
  const measured = localResolutionOf({ finest: 4, spread: 2, reportedPercentile: 10 });

  it("marks the median and the reported resolution", () => {
    const plot = localResolutionPlot(measured, 4.5)!;
    expect(plot.rules).toMatchObject([
      { at: 5, label: "median 5.0\u00a0Å" },
      { at: 4.5, label: "reported 4.5\u00a0Å" },
    ]);
  });

  it("leaves out a resolution that lies beyond all values", () => {
    expect(localResolutionPlot(measured, 2)!.rules).toHaveLength(1);
  });
});
