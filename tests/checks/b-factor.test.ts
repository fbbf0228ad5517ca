import { describe, expect, test } from "vitest";
import { B_FACTOR, type BFactorContext, evaluateBFactor } from "../../src/checks/b-factor.ts";
import type { BFactorMeasurements } from "../../src/core/fourier/guinier.ts";

const APPLICABLE: BFactorContext = { resolution: 6, anisotropy: 0 };

function measured(bFactor: number | null, fitPoints = 12): BFactorMeasurements {
  const slope = bFactor === null ? null : bFactor / 4;
  return { fitPoints, slope, intercept: -5, bFactor, bFactorStandardError: 10, guinier: [] };
}

function judge(
  bFactor: number | null,
  { context = {}, fitPoints = 12 }: { context?: Partial<BFactorContext>; fitPoints?: number } = {},
) {
  const { status, warnings, reason } = evaluateBFactor(measured(bFactor, fitPoints), { ...APPLICABLE, ...context });
  return {
    corrected: [status.corrected, ...warnings.corrected.map(({ code }) => code)],
    vrs: [status.vrs, ...warnings.vrs.map(({ code }) => code)],
    reason,
  };
}

test("amplitudes that decay as those of a sharpened map pass", () => {
  const measurements = measured(-150);
  expect(evaluateBFactor(measurements, APPLICABLE)).toEqual({
    ...B_FACTOR,
    status: { corrected: "ok", vrs: "ok" },
    warnings: { corrected: [], vrs: [] },
    measurements,
  });
});

describe("at the threshold", () => {
  test.each([-300, 0])("B = %d passes", (bFactor) => {
    expect(judge(bFactor)).toMatchObject({ corrected: ["ok"], vrs: ["ok"] });
  });

  test.each([
    [-300.001, "bFactor.notSharpened"],
    [0.001, "bFactor.overSharpened"],
  ])("B = %d does not", (bFactor, code) => {
    expect(judge(bFactor)).toMatchObject({ corrected: ["warning", code], vrs: ["warning", "bFactor.outOfRange"] });
  });

  test.each([
    ["10 Å", { context: { resolution: 10 } }],
    ["five points", { fitPoints: 5 }],
    ["1 % of anisotropy", { context: { anisotropy: 0.01 } }],
  ])("%s still applies", (_, options) => {
    expect(judge(-400, options).corrected).toEqual(["warning", "bFactor.notSharpened"]);
  });
});

describe("the corrected reading does not apply, VRS judges all the same", () => {
  test.each([
    ["coarser than 10 Å", { context: { resolution: 10.001 } }, /10 Å/],
    ["fewer than five points", { fitPoints: 4 }, /4 points/],
    ["voxels that are not cubic", { context: { anisotropy: 0.0101 } }, /not cubic/],
  ])("%s", (_, options, reason) => {
    const judged = judge(-400, options);
    expect(judged).toMatchObject({ corrected: ["notApplicable"], vrs: ["warning", "bFactor.outOfRange"] });
    expect(judged.reason).toMatch(reason);
  });

  test("no line through the points: not a number never warns in VRS", () => {
    expect(judge(null, { fitPoints: 1 })).toMatchObject({ corrected: ["notApplicable"], vrs: ["ok"] });
  });
});

test("without a reported resolution neither reading applies", () => {
  const judged = judge(null, { context: { resolution: null }, fitPoints: 0 });
  expect(judged).toEqual({
    corrected: ["notApplicable"],
    vrs: ["notApplicable"],
    reason: "No resolution is reported.",
  });
});
