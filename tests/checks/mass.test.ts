import { describe, expect, test } from "vitest";
import { evaluateMass, MASS } from "../../src/checks/mass.ts";
import type { MassMeasurements, MassPosition } from "../../src/core/volume/mass.ts";

const CENTERED: MassPosition = {
  margins: { x: [30, 30], y: [30, 30], z: [30, 30] },
  decentering: { x: 0, y: 0, z: 0 },
  centerOfMass: [32, 32, 32],
  centerOfMassDecentering: [0, 0, 0],
};

/** Extremes in every number that is judged. */
const ASTRAY: MassPosition = {
  margins: { x: [0, 0], y: [0, 0], z: [0, 0] },
  decentering: { x: 50, y: 50, z: 50 },
  centerOfMass: [0, 0, 0],
  centerOfMassDecentering: [50, 50, 50],
};

function measured(changes: { corrected?: Partial<MassPosition>; vrs?: Partial<MassPosition> }): MassMeasurements {
  return {
    maskExtent: { x: [15, 48], y: [15, 48], z: [15, 48] },
    corrected: { ...CENTERED, ...changes.corrected },
    vrs: { ...CENTERED, ...changes.vrs },
  };
}

function codes(measurements: MassMeasurements) {
  const { corrected, vrs } = evaluateMass(measurements).warnings;
  return { corrected: corrected.map(({ code }) => code), vrs: vrs.map(({ code }) => code) };
}

test("a molecule in the middle of its box passes, and the measurements are handed on", () => {
  const measurements = measured({});
  const result = evaluateMass(measurements);
  expect(result).toMatchObject({ ...MASS, status: { corrected: "ok", vrs: "ok" } });
  expect(result.warnings).toEqual({ corrected: [], vrs: [] });
  expect(result.measurements).toBe(measurements);
  expect(result).not.toHaveProperty("reason");
});

describe("warns", () => {
  test("of everything at once, in the contract's order", () => {
    const all = [
      ...["mass.decentering.x", "mass.decentering.y", "mass.decentering.z"],
      ...["mass.margin.xLeft", "mass.margin.yLeft", "mass.margin.zLeft"],
      ...["mass.margin.xRight", "mass.margin.yRight", "mass.margin.zRight"],
      ...["mass.centerOfMass.x", "mass.centerOfMass.y", "mass.centerOfMass.z"],
    ];
    expect(codes(measured({ corrected: ASTRAY, vrs: ASTRAY }))).toEqual({ corrected: all, vrs: all });
  });

  test("in one reading and not in the other", () => {
    const result = evaluateMass(measured({ corrected: { margins: { ...CENTERED.margins, y: [30, 19.5] } } }));
    expect(result.status).toEqual({ corrected: "warning", vrs: "ok" });
    expect(result.warnings.vrs).toEqual([]);
    expect(result.warnings.corrected.map(({ code }) => code)).toEqual(["mass.margin.yRight"]);
  });

  test("of the axis and the side that it is about", () => {
    const vrs = { margins: { ...CENTERED.margins, z: [19.5, 30] as const }, decentering: { x: 0, y: 25, z: 0 } };
    expect(codes(measured({ vrs })).vrs).toEqual(["mass.decentering.y", "mass.margin.zLeft"]);
  });
});

describe("at the threshold", () => {
  test.each([
    ["20 % off centre", { decentering: { x: 20, y: 20, z: 20 } }],
    ["20 Å of margin", { margins: { x: [20, 20], y: [20, 20], z: [20, 20] } }],
    ["a centre of mass 20 % off", { centerOfMassDecentering: [20, 20, 20] }],
  ] as [string, Partial<MassPosition>][])("%s passes", (_, position) => {
    expect(codes(measured({ corrected: position, vrs: position }))).toEqual({ corrected: [], vrs: [] });
  });

  test.each([
    ["mass.decentering.x", { decentering: { x: 20.000001, y: 20, z: 20 } }],
    ["mass.margin.xLeft", { margins: { x: [19.999999, 20], y: [20, 20], z: [20, 20] } }],
    ["mass.centerOfMass.z", { centerOfMassDecentering: [20, 20, 20.000001] }],
  ] as [string, Partial<MassPosition>][])("%s is warned of just beyond it", (code, position) => {
    expect(codes(measured({ corrected: position, vrs: position }))).toEqual({ corrected: [code], vrs: [code] });
  });
});

test("a centre of mass that is no number does not warn", () => {
  const nowhere = { centerOfMass: [null, null, null], centerOfMassDecentering: [null, null, null] };
  expect(codes(measured({ corrected: nowhere, vrs: nowhere }))).toEqual({ corrected: [], vrs: [] });
});

test("an empty hard mask is the only warning of both readings", () => {
  const empty: MassMeasurements = { maskExtent: null, corrected: null, vrs: null };
  expect(codes(empty)).toEqual({ corrected: ["mass.emptyMask"], vrs: ["mass.emptyMask"] });
  expect(evaluateMass(empty).status).toEqual({ corrected: "warning", vrs: "warning" });
});
