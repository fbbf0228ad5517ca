import { describe, expect, test } from "vitest";
import { BACKGROUND, evaluateBackground } from "../../src/checks/background.ts";
import type { BackgroundMeasurements } from "../../src/core/volume/background.ts";

interface Judged extends Partial<Omit<BackgroundMeasurements, "vrs" | "corrected">> {
  readonly vrs?: Partial<BackgroundMeasurements["vrs"]>;
  readonly corrected?: Partial<BackgroundMeasurements["corrected"]>;
}

/** Noise about zero, changed in what a test is about. */
function measured({ vrs, corrected, ...rest }: Judged): BackgroundMeasurements {
  return {
    voxels: 100_000,
    mean: 0.0001,
    std: 1,
    gaussianPercent: 0.000057,
    constantFraction: 0,
    masked: false,
    vrs: { t: 0.03, p: 0.98, outlierPercent: 0, outlierRatio: 0, ...vrs },
    corrected: { effectiveVoxels: 1000, t: 0.003, p: 0.99, outlierPercent: 0, outlierRatio: 0, ...corrected },
    ...rest,
  };
}

function codes(judged: Judged) {
  const { corrected, vrs } = evaluateBackground(measured(judged)).warnings;
  return { corrected: corrected.map(({ code }) => code), vrs: vrs.map(({ code }) => code) };
}

/** A mean that the corrected reading warns of, by a hair in each of its three conditions. */
const BIASED = { mean: 0.051, corrected: { effectiveVoxels: 10, p: 0.00099 } };

test("noise about zero passes", () => {
  const measurements = measured({});
  const result = evaluateBackground(measurements);
  expect(result).toEqual({
    ...BACKGROUND,
    status: { corrected: "ok", vrs: "ok" },
    warnings: { corrected: [], vrs: [] },
    measurements,
  });
});

test("warns of everything at once, in the contract's order", () => {
  const judged = {
    ...BIASED,
    vrs: { p: 0, outlierRatio: 5000 },
    corrected: { ...BIASED.corrected, outlierPercent: 3 },
  };
  const all = ["background.mean", "background.outliers"];
  expect(codes(judged)).toEqual({ corrected: all, vrs: all });
  expect(evaluateBackground(measured(judged)).status).toEqual({ corrected: "warning", vrs: "warning" });
});

describe("VRS's thresholds", () => {
  test("p of 0.001 passes, less does not", () => {
    expect(codes({ vrs: { p: 0.001 } }).vrs).toEqual([]);
    expect(codes({ vrs: { p: 0.000999 } })).toEqual({ corrected: [], vrs: ["background.mean"] });
  });

  test("20 times a Gaussian's outliers pass, more do not", () => {
    expect(codes({ vrs: { outlierRatio: 20 } }).vrs).toEqual([]);
    expect(codes({ vrs: { outlierRatio: 20.001 } })).toEqual({ corrected: [], vrs: ["background.outliers"] });
  });

  test("a constant background of zero has no p and passes; of another constant it fails twice", () => {
    expect(codes({ std: 0, mean: 0, vrs: { t: null, p: null } }).vrs).toEqual([]);
    const constant = { std: 0, mean: 3, vrs: { t: null, p: 0, outlierPercent: 100, outlierRatio: 1_744_277.9 } };
    expect(codes(constant).vrs).toEqual(["background.mean", "background.outliers"]);
  });
});

describe("the corrected reading's thresholds", () => {
  test("a biased mean is warned of", () => {
    expect(codes(BIASED)).toEqual({ corrected: ["background.mean"], vrs: [] });
    expect(codes({ ...BIASED, mean: -0.051 }).corrected).toEqual(["background.mean"]);
  });

  test.each([
    ["too few independent voxels", { ...BIASED, corrected: { ...BIASED.corrected, effectiveVoxels: 9.99 } }],
    ["independent voxels not measured", { ...BIASED, corrected: { effectiveVoxels: null, t: null, p: null } }],
    ["no p", { ...BIASED, corrected: { ...BIASED.corrected, p: null } }],
    ["p of 0.001", { ...BIASED, corrected: { ...BIASED.corrected, p: 0.001 } }],
    ["a mean of a twentieth of the deviation", { ...BIASED, mean: 0.05 }],
  ])("but not with %s", (_, judged) => {
    expect(codes(judged).corrected).toEqual([]);
  });

  test("1 % of outliers passes, more does not, whatever a Gaussian has", () => {
    expect(codes({ corrected: { outlierPercent: 1, outlierRatio: 17_442 } }).corrected).toEqual([]);
    expect(codes({ corrected: { outlierPercent: 1.0001 } })).toEqual({ corrected: ["background.outliers"], vrs: [] });
  });
});

test("a masked map has no background to judge; VRS judges it all the same", () => {
  const masked = { masked: true, ...BIASED, vrs: { p: 0 }, corrected: { ...BIASED.corrected, outlierPercent: 3 } };
  const result = evaluateBackground(measured(masked));
  expect(result.status).toEqual({ corrected: "notApplicable", vrs: "warning" });
  expect(result.reason).toMatch(/masked/);
  expect(codes(masked)).toEqual({ corrected: [], vrs: ["background.mean"] });
});
