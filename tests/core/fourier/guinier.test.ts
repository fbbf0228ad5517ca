import { describe, expect, test } from "vitest";
import { asXmippOption } from "../../../src/core/format/printf.ts";
import {
  describeGuinier,
  fitGuinier,
  guinierPoints,
  type RadialAmplitudes,
  type RawPoint,
} from "../../../src/core/fourier/guinier.ts";

/** Shells of a box of `n` voxels along x whose mean amplitude is a function of 1/d². */
function amplitudes(n: number, voxelSize: number, mean: (x: number) => number): RadialAmplitudes {
  const counts = Float64Array.from({ length: n }, (_, shell) => 1 + 2 * shell * shell);
  const sums = counts.map((count, shell) => count * mean((shell / (n * voxelSize)) ** 2));
  return { sums, counts };
}

const flat = () => 1;

describe("points", () => {
  test("are 1/d² and the logarithm of the mean amplitude, down to the resolution", () => {
    const points = guinierPoints(
      amplitudes(30, 1, (x) => Math.exp(-3 - 50 * x)),
      { voxelSize: 1, resolution: 10 },
    );
    expect(points).toHaveLength(4);
    expect(points[0]).toEqual({ x: 0, y: expect.closeTo(-3, 12), fitted: false });
    expect(points[3]).toEqual({ x: expect.closeTo(0.01, 12), y: expect.closeTo(-3.5, 12), fitted: true });
  });

  test("are fitted from 15 Å on, the ends included", () => {
    const points = guinierPoints(amplitudes(60, 1, flat), { voxelSize: 1, resolution: 6 });
    const fitted = points.map(({ fitted }, shell) => (fitted ? 60 / shell : null)).filter((d) => d !== null);
    expect(fitted).toEqual([15, 12, 10, 60 / 7, 7.5, 60 / 9, 6]);
  });

  test("without amplitude are zero and take no part in the fit", () => {
    const dark = amplitudes(60, 1, (x) => (Math.abs(x - 1 / 144) < 1e-9 ? 0 : 1));
    const points = guinierPoints(dark, { voxelSize: 1, resolution: 6 });
    expect(points[5]).toEqual({ x: expect.closeTo(1 / 144, 12), y: 0, fitted: false });
    expect(fitGuinier(points).points).toBe(6);
  });

  test("exist beyond Nyquist, dark, where the resolution lies there", () => {
    const half = amplitudes(20, 2, (x) => (Math.sqrt(x) <= 1 / 4 + 1e-9 ? 1 : 0));
    const points = guinierPoints(half, { voxelSize: 2, resolution: 3 });
    expect(points.map(({ x }) => Math.round(40 * Math.sqrt(x)))).toEqual(
      Array.from({ length: 14 }, (_, shell) => shell),
    );
    expect(points.slice(11)).toEqual(points.slice(11).map(({ x }) => ({ x, y: 0, fitted: false })));
  });

  test("at the very resolution are kept or lost by the 32-bit floats of voxel size and resolution", () => {
    const shells = amplitudes(90, 1.3, flat);
    const asXmipp = { voxelSize: asXmippOption(1.3), resolution: Math.fround(3.9) };
    expect(guinierPoints(shells, asXmipp)).toHaveLength(30);
    expect(guinierPoints(shells, { voxelSize: 1.3, resolution: 3.9 })).toHaveLength(31);
  });
});

describe("the line", () => {
  test("through exact exponential amplitudes has their slope; B is four times it", () => {
    const exact = amplitudes(60, 1, (x) => Math.exp(-2 - 37.5 * x));
    const fit = fitGuinier(guinierPoints(exact, { voxelSize: 1, resolution: 4 }));
    expect(fit.points).toBe(12);
    expect(fit.slope).toBeCloseTo(-37.5, 8);
    expect(fit.intercept).toBeCloseTo(-2, 9);
    expect(fit.bFactor).toBe(4 * fit.slope!);
    expect(fit.standardError).toBeCloseTo(0, 7);
  });

  const scattered: RawPoint[] = [
    { x: 0.01, y: -1, fitted: true },
    { x: 0.02, y: -2.2, fitted: true },
    { x: 0.03, y: -2.8, fitted: true },
    { x: 0.04, y: -4, fitted: true },
  ];

  test("through scattered points, with the standard error that scipy.stats.linregress gives", () => {
    const fit = fitGuinier([{ x: 0, y: 5, fitted: false }, ...scattered]);
    expect(fit.points).toBe(4);
    expect(fit.slope).toBeCloseTo(-96, 9);
    expect(fit.intercept).toBeCloseTo(-0.1, 10);
    expect(fit.bFactor).toBeCloseTo(-384, 8);
    expect(fit.standardError).toBeCloseTo(33.94112549695434, 8);
  });

  test("through three points has one: one degree of freedom is left", () => {
    // Slope −90; residuals ±0.1, ∓0.2, ±0.1: RSS 0.06, Σ(x−x̄)² 0.0002.
    expect(fitGuinier(scattered.slice(0, 3)).standardError).toBeCloseTo(4 * Math.sqrt(0.06 / 0.0002), 8);
  });

  test("through two points has no standard error", () => {
    expect(fitGuinier(scattered.slice(0, 2))).toMatchObject({ points: 2, standardError: null });
    expect(fitGuinier(scattered.slice(0, 2)).slope).toBeCloseTo(-120, 9);
  });

  test.each([
    ["one point", scattered.slice(0, 1)],
    ["no point", scattered.map((point) => ({ ...point, fitted: false }))],
    ["two points above each other", [scattered[0], { ...scattered[1], x: 0.01 }]],
  ])("does not exist through %s", (_, points) => {
    const nothing = { slope: null, intercept: null, bFactor: null, standardError: null };
    expect(fitGuinier(points)).toEqual({ points: points.filter(({ fitted }) => fitted).length, ...nothing });
  });
});

describe("the plot", () => {
  const points: RawPoint[] = [
    { x: 0, y: -1, fitted: false },
    { x: 0.01, y: -2, fitted: true },
  ];

  test("draws the line over all points, and the corrected amplitudes", () => {
    const fit = { points: 5, slope: -50, intercept: -1.5, bFactor: -200, standardError: 3 };
    const corrected = points.map((point) => ({ ...point, y: point.y + 1 }));
    expect(describeGuinier(points, fit, corrected)).toEqual({
      fitPoints: 5,
      slope: -50,
      intercept: -1.5,
      bFactor: -200,
      bFactorStandardError: 3,
      guinier: [
        { inverseResolutionSquared: 0, lnAmplitude: -1, fitted: -1.5, corrected: 0 },
        { inverseResolutionSquared: 0.01, lnAmplitude: -2, fitted: -2, corrected: -1 },
      ],
    });
  });

  test("has no line without a fit", () => {
    const fit = { points: 1, slope: null, intercept: null, bFactor: null, standardError: null };
    const { guinier } = describeGuinier(points, fit, null);
    expect(guinier.map(({ fitted, corrected }) => [fitted, corrected])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});
