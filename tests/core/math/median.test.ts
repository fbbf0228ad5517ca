import { expect, test } from "vitest";
import { medianInPlace } from "../../../src/core/math/median.ts";
import { quantile } from "../../../src/core/math/quantile.ts";
import { seededRandom } from "../../support/random.ts";

const noise = (length: number, seed: number) => Float64Array.from({ length }, seededRandom(seed));
const rising = (length: number) => Float32Array.from({ length }, (_, i) => i / 3);

test.each([
  ["one value", Float32Array.of(4.5)],
  ["two values", Float32Array.of(4.5, -2)],
  ["equal values", new Float32Array(1000).fill(7)],
  ["two sorts of values", Float32Array.from({ length: 501 }, (_, i) => i % 2)],
  ["rising values", rising(1000)],
  ["falling values", rising(1001).reverse()],
  ["noise", Float32Array.from(noise(10_001, 3))],
  ["noise in double precision", noise(10_000, 4)],
])("of %s it is the quantile at one half", (_, values) => {
  expect(medianInPlace(values.slice())).toBe(quantile(values.slice().sort(), 0.5));
});

test("of none it is not a number", () => {
  expect(medianInPlace(new Float32Array(0))).toBeNaN();
});
