import { expect, test } from "vitest";
import { percentile, quantile } from "../../../src/core/math/quantile.ts";

const VALUES = Float64Array.of(-1, 0.1, 3.25, 7, 7, 9.5, 12);

/** numpy.percentile(values, p). */
test.each([
  [0, -1],
  [2.5, -0.835],
  [25, 1.675],
  [50, 7],
  [75, 8.25],
  [97.5, 11.625],
  [100, 12],
])("percentile %d", (percent, expected) => {
  expect(percentile(VALUES, percent)).toBeCloseTo(expected, 14);
});

test("of a ramp 0…n it is the fraction of n", () => {
  const ramp = Float32Array.from({ length: 1001 }, (_, i) => i);
  for (const fraction of [0, 0.1234, 0.25, 0.9, 1]) expect(quantile(ramp, fraction)).toBeCloseTo(1000 * fraction, 10);
});

test("one value, no value, and a fraction out of range", () => {
  expect(quantile(Float32Array.of(4), 0.3)).toBe(4);
  expect(quantile(new Float32Array(0), 0.5)).toBeNaN();
  expect(() => quantile(VALUES, 1.1)).toThrow(RangeError);
  expect(() => quantile(VALUES, Number.NaN)).toThrow(RangeError);
});
