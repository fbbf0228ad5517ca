import { expect, test } from "vitest";
import { interpretHeader } from "../../../src/core/mrc/interpretation.ts";
import { assertSingleParticle, nonFiniteError } from "../../../src/core/mrc/refusals.ts";
import { completeDiagnosis, diagnoseStatistics } from "../../../src/core/mrc/statistics-diagnosis.ts";
import { makeMrc } from "../../support/mrc-builder.ts";

const layoutOf = (angles: readonly [number, number, number]) => interpretHeader(makeMrc({ angles }));

test("a box with right angles may be a single particle, a crystal may not", () => {
  expect(() => assertSingleParticle(layoutOf([90, 90, 90]))).not.toThrow();
  expect(() => assertSingleParticle(layoutOf([90, 90, 90.001]))).not.toThrow();
  expect(() => assertSingleParticle(layoutOf([90, 90, 120]))).toThrow(
    expect.objectContaining({ code: "map.crystal", fields: { angles: [90, 90, 120], ispg: 1 } }),
  );
});

test("values that are no number are counted and the first is placed", () => {
  const many = nonFiniteError(12345, [3, 0, 9]);
  expect(many.code).toBe("map.nonFinite");
  expect(many.fields).toEqual({ count: 12345, firstIndex: [3, 0, 9] });
  expect(many.message).toContain("12\u202f345 map values are infinite or not a number, the first at voxel 3, 0, 9.");
  expect(nonFiniteError(1, [0, 0, 0]).message).toContain("1 map value is");
});

const found = { min: -2, max: 8, mean: 0.5, std: 1 };
const stating = (statistics: readonly [number, number, number]) => interpretHeader(makeMrc({ statistics })).header;

test.each([
  { stated: [-2, 8, 0.5], code: [] },
  { stated: [-2.005, 8.005, 0.495], code: [] },
  { stated: [-2, 8, -3], code: [] },
  { stated: [-2, 8, 0.6], code: ["statistics.differ"] },
  { stated: [-2, 9, 0.5], code: ["statistics.differ"] },
  { stated: [Number.NaN, 8, 0.5], code: ["statistics.differ"] },
  { stated: [0, -1, -2], code: ["statistics.unset"] },
  { stated: [0, 0, 0], code: ["statistics.unset"] },
] as const)("a header that states $stated for −2, 8, 0.5: $code", ({ stated, code }) => {
  expect(diagnoseStatistics(stating(stated), found).map((line) => line.code)).toEqual(code);
});

test("a map with nothing repaired and no warning is sound; others are not called so", () => {
  const header = stating([-2, 8, 0.5]);
  const info = { code: "axes.reordered", severity: "info", message: "…" } as const;
  expect(completeDiagnosis([info], header, found).map((line) => line.code)).toEqual(["sound", "axes.reordered"]);
  const repaired = { ...info, severity: "repaired" } as const;
  expect(completeDiagnosis([repaired], header, found)).toEqual([repaired]);
  expect(completeDiagnosis([], stating([0, 0, 0]), found).map((line) => line.code)).toEqual(["statistics.unset"]);
});

test("the statistics of a stack, which cover all its volumes, are not compared", () => {
  const first = { code: "stack.first", severity: "warning", message: "…" } as const;
  expect(completeDiagnosis([first], stating([-5, 90, 0]), found)).toEqual([first]);
});
