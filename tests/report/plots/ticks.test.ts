import { describe, expect, it } from "vitest";
import { decadeTicks, linearTicks } from "../../../src/report/plots/ticks.ts";

const labels = (ticks: { label: string }[]) => ticks.map(({ label }) => label);

describe("linearTicks", () => {
  it.each([
    [0, 3.4, 8, ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]],
    [0, 0.0204, 8, ["0.000", "0.005", "0.010", "0.015", "0.020"]],
    [-8.6, -2.6, 6, ["−8", "−7", "−6", "−5", "−4", "−3"]],
    [-0.3, 0.3, 4, ["−0.2", "0.0", "0.2"]],
    [0, 1000, 5, ["0", "200", "400", "600", "800", "1000"]],
    [2e-6, 9e-6, 4, ["0.000002", "0.000004", "0.000006", "0.000008"]],
  ])("%d to %d", (low, high, most, expected) => {
    expect(labels(linearTicks(low, high, most))).toEqual(expected);
  });

  it("stays inside the range and below its count for many ranges", () => {
    for (let i = 1; i < 400; i++) {
      const [low, high] = [-i * 0.37, i * i * 0.0131];
      const ticks = linearTicks(low, high, 7);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks.every(({ value }) => value >= low && value <= high * (1 + 1e-9))).toBe(true);
    }
  });

  it.each([
    [1, 1],
    [2, 1],
    [0, Number.POSITIVE_INFINITY],
    [Number.NaN, 1],
  ])("has none from %d to %d", (low, high) => {
    expect(linearTicks(low, high, 5)).toEqual([]);
  });
});

describe("decadeTicks", () => {
  it("labels powers of ten in range", () => {
    expect(labels(decadeTicks(1, 100_000))).toEqual(["1", "10", "10²", "10³", "10⁴", "10⁵"]);
    expect(labels(decadeTicks(50, 999))).toEqual(["10²"]);
    expect(labels(decadeTicks(2e-4, 1.5))).toEqual(["10⁻³", "10⁻²", "0.1", "1"]);
  });
});
