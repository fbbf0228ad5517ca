import { describe, expect, test } from "vitest";
import { evaluateMask, MASK } from "../../src/checks/mask.ts";
import type { MaskMeasurements } from "../../src/core/volume/components.ts";

interface Judged {
  readonly componentsTo95?: number;
  readonly overlap?: number;
  /** Å³, `null` where nothing remains. */
  readonly corrected?: number | null;
  readonly vrs?: number | null;
}

/** Only what is judged matters; the rest is one component of 1000 voxels. */
function measured({ componentsTo95 = 1, overlap = 1, corrected = null, vrs = null }: Judged): MaskMeasurements {
  return {
    componentCount: 1,
    rawVoxels: 1000,
    rawVolume: 8000,
    components: [{ voxels: 1000, volume: 8000, percent: 100, cumulativePercent: 100 }],
    componentsTo95,
    remaining: { count: 0, voxels: 0, meanVoxels: null, largestVoxels: null, smallestVoxels: null },
    corrected: { remainingMeanVolume: corrected },
    vrs: { remainingMeanVolume: vrs, printedFrom: 1000, printedTo: 1000 },
    massCurve: [],
    constructed: { voxels: 1500, volume: 12000, dilationSteps: 1, overlap },
  };
}

function codes(judged: Judged, voxelVolume = 1) {
  const { corrected, vrs } = evaluateMask(measured(judged), voxelVolume).warnings;
  return { corrected: corrected.map(({ code }) => code), vrs: vrs.map(({ code }) => code) };
}

const both = (...list: string[]) => ({ corrected: list, vrs: list });

test("one component with nothing beside it passes", () => {
  const measurements = measured({});
  const result = evaluateMask(measurements, 8);
  expect(result).toEqual({
    ...MASK,
    status: { corrected: "ok", vrs: "ok" },
    warnings: { corrected: [], vrs: [] },
    measurements,
  });
});

test("warns of everything at once, in the contract's order", () => {
  const all = { componentsTo95: 40, overlap: 0.1, corrected: 300, vrs: 8 };
  expect(codes(all)).toEqual(both("mask.components", "mask.remainingVolume", "mask.overlap"));
  expect(evaluateMask(measured(all), 8).status).toEqual({ corrected: "warning", vrs: "warning" });
});

describe("at the threshold", () => {
  test("five components pass, six do not", () => {
    expect(codes({ componentsTo95: 5 })).toEqual(both());
    expect(codes({ componentsTo95: 6 })).toEqual(both("mask.components"));
  });

  test("an overlap of three quarters passes, less does not", () => {
    expect(codes({ overlap: 0.75 })).toEqual(both());
    expect(codes({ overlap: 0.749999 })).toEqual(both("mask.overlap"));
  });

  test("5 Å³ may remain, in both readings, where voxels are small", () => {
    expect(codes({ corrected: 5, vrs: 5 })).toEqual(both());
    expect(codes({ corrected: 5.000001, vrs: 5.000001 })).toEqual(both("mask.remainingVolume"));
  });

  test("the corrected reading lets 1.5 voxels remain where that is more; VRS does not", () => {
    expect(codes({ corrected: 12, vrs: 8 }, 8)).toEqual({ corrected: [], vrs: ["mask.remainingVolume"] });
    expect(codes({ corrected: 12.000001, vrs: 8 }, 8)).toEqual(both("mask.remainingVolume"));
  });
});

test("nothing that remains, or an overlap that is no number, does not warn", () => {
  expect(codes({ corrected: null, vrs: null, overlap: Number.NaN })).toEqual(both());
});
