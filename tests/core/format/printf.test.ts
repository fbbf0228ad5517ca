import { describe, expect, test } from "vitest";
import { asXmippOption, formatFixed } from "../../../src/core/format/printf.ts";
import { seededRandom } from "../../support/random.ts";

/** value, %.2f, %.0f, %8.3f, %f, as CPython 3 prints them. */
const FIXED = [
  [3.125, "3.12", "3", "   3.125", "3.125000"],
  [0.5, "0.50", "0", "   0.500", "0.500000"],
  [1.5, "1.50", "2", "   1.500", "1.500000"],
  [2.5, "2.50", "2", "   2.500", "2.500000"],
  [0.125, "0.12", "0", "   0.125", "0.125000"],
  [-0.375, "-0.38", "-0", "  -0.375", "-0.375000"],
  [-1e-9, "-0.00", "-0", "  -0.000", "-0.000000"],
  [2.675, "2.67", "3", "   2.675", "2.675000"],
  [123456789.12345679, "123456789.12", "123456789", "123456789.123", "123456789.123457"],
  [
    1e22,
    "10000000000000000000000.00",
    "10000000000000000000000",
    "10000000000000000000000.000",
    "10000000000000000000000.000000",
  ],
  [5e-324, "0.00", "0", "   0.000", "0.000000"],
] as const;

describe("formatFixed", () => {
  test.each(FIXED)("%d", (value, two, none, wide, plain) => {
    expect([formatFixed(value, 2), formatFixed(value, 0), formatFixed(value, 3, 8), formatFixed(value, 6)]).toEqual([
      two,
      none,
      wide,
      plain,
    ]);
  });

  test("not a number and infinities, padded too", () => {
    expect([formatFixed(Number.NaN, 2, 5), formatFixed(Infinity, 6), formatFixed(-Infinity, 6)]).toEqual([
      "  nan",
      "inf",
      "-inf",
    ]);
  });

  test("agrees with toFixed wherever there is no tie", () => {
    const random = seededRandom(3);
    for (let i = 0; i < 2000; i++) {
      const value = random() * 10 ** (i % 12) + random() * 1e-9;
      expect(formatFixed(value, 5)).toBe(value.toFixed(5));
    }
  });
});

test("an Xmipp option has six decimals and 24 bits", () => {
  expect(asXmippOption(2.0200001)).toBe(Math.fround(2.02));
  expect(asXmippOption(4e-7)).toBe(0);
  expect(asXmippOption(0.7)).toBe(0.699999988079071);
  expect(asXmippOption(Number.NaN)).toBeNaN();
});
