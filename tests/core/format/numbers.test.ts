import { describe, expect, test } from "vitest";
import {
  formatBFactor,
  formatCount,
  formatDecimal,
  formatLength,
  formatLevel,
  formatP,
  formatPercent,
  formatVolume,
} from "../../../src/core/format/numbers.ts";

/** As read: the special spaces become a blank, so that the table below can be read too. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  [formatLength(18), "18.00 Å"],
  [formatLength(2.02, { decimals: 3 }), "2.020 Å"],
  [formatPercent(35), "35.0 %"],
  [formatBFactor(-358.31), "−358 Å²"],
  [formatBFactor(-358.31, { decimals: 2 }), "−358.31 Å²"],
  [formatVolume(280258.4), "280 258 Å³"],
  [formatCount(9999), "9999"],
  [formatCount(10000), "10 000"],
  [formatCount(1234567), "1 234 567"],
  [formatDecimal(-12345.678, 2), "−12 345.68"],
  [formatDecimal(-0.001, 2), "0.00"],
  [formatP(0.0009), "< 0.001"],
  [formatP(0.001), "0.001"],
  [formatP(1), "1.000"],
])("%s is %s", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test.each([
  [1, "1.000"],
  [0.6, "0.600"],
  [-0.6, "−0.600"],
  [0.0185, "0.0185"],
  [0.001234, "0.00123"],
  [0.001, "0.00100"],
  [0.00099999, "0.00100"],
  [3.2e-5, "3.2 × 10⁻⁵"],
  [-3.217e-12, "−3.22 × 10⁻¹²"],
  [12.5, "12.500"],
  [0, "0.000"],
])("level %d is %s", (level, expected) => {
  expect(plain(formatLevel(level))).toBe(expected);
});

describe("what it is made of", () => {
  test("groups, unit and minus are the characters named", () => {
    expect(formatVolume(-12345)).toBe("\u221212\u202f345\u00a0Å³");
  });

  test("a missing value is a dash without unit", () => {
    for (const missing of [null, Number.NaN, Infinity]) {
      expect([formatLength(missing), formatLevel(missing), formatP(missing), formatCount(missing)]).toEqual([
        "–",
        "–",
        "–",
        "–",
      ]);
    }
  });
});
