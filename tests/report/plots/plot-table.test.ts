import { expect, test } from "vitest";
import { guinierPlot } from "../../../src/report/plots/guinier.ts";
import { mapHistogramPlot } from "../../../src/report/plots/map-histogram.ts";
import { massCurvePlot } from "../../../src/report/plots/mass-curve.ts";
import { plotCsv, plotTable } from "../../../src/report/plots/plot-table.ts";

const row = (level: number, voxels: number) => ({ level, voxels, mass: 1, residues: 1 });

test("a curve is a row for each abscissa; a gap is empty, digits are those of the number", () => {
  const plot = massCurvePlot([row(0.1, 2300), row(0.30000000000000004, 10), row(0.4, 0)], 0.15)!;
  expect(plotCsv(plot)).toBe("contour level,voxels above the level\n0.1,2300\n0.30000000000000004,10\n0.4,\n");
});

test("several curves share their abscissae, and a spread has its two edges", () => {
  const points = [1, 2, 3, 4].map((i) => ({
    inverseResolutionSquared: i / 100,
    lnAmplitude: -i,
    fitted: -i,
    corrected: 0,
  }));
  const { head, rows } = plotTable(guinierPlot(points, 5, { standardError: 4 })!);
  expect(head).toEqual([
    "1/d² (Å⁻²)",
    "ln mean amplitude, measured",
    "ln mean amplitude, B-factor corrected",
    "ln mean amplitude, fitted line",
    "± 1 standard error, low",
    "± 1 standard error, high",
  ]);
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([1, 2, 3, 4].map((i) => [i / 100, -i, 0, -i]));
  expect(rows[1]![4]!).toBeLessThan(-2);
  expect(rows[1]![4]! + rows[1]![5]!).toBeCloseTo(-4, 12);
});

test("a histogram is a row a bin, empty bins included, and holds every voxel", () => {
  const counts = Array.from({ length: 256 }, (_, i) => (i % 3 === 0 ? 0 : i));
  const plot = mapHistogramPlot({ min: -1, max: 3, counts, spike: null }, 0.5)!;
  const { head, rows } = plotTable(plot);
  expect(head).toEqual(["map value, from", "map value, to", "voxels"]);
  expect([rows.length, rows[0]![0], rows.at(-1)![1]]).toEqual([128, -1, 3]);
  expect(rows.reduce((sum, cells) => sum + cells[2]!, 0)).toBe(counts.reduce((a, b) => a + b));
  expect(plot.curves[0]!.y.every((value) => value !== null && value >= 1)).toBe(true);
  expect(plot.rules).toEqual([{ at: 0.5, label: "0.500" }]);
});

test("names with a comma are quoted", () => {
  const plot = massCurvePlot([row(0.1, 5), row(0.2, 3)], 1)!;
  const named = { ...plot, x: { ...plot.x, label: 'level, "raw"' } };
  expect(plotCsv(named).split("\n")[0]).toBe('"level, ""raw""",voxels above the level');
});
