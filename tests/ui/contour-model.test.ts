import { describe, expect, it } from "vitest";
import { histogramVoxels } from "../../src/core/volume/histogram.ts";
import { barsWithin, levelInDeviations, levelRange, roundToRange } from "../../src/ui/contour/model.ts";
import { sampleOpenedMap } from "../support/fake-engine.ts";

const { histogram, statistics } = sampleOpenedMap();

describe("the histogram of the contour level", () => {
  it("leaves the tails out, and makes room for every level", () => {
    const range = levelRange(histogram, [0.1]);
    expect(range.low).toBeGreaterThan(histogram.min);
    expect(range.high).toBeLessThan(histogram.max);
    const wide = levelRange(histogram, [0.1, 0.7]);
    expect(wide.low).toBe(range.low);
    expect(wide.high).toBeGreaterThan(0.7);
  });

  it("joins bins into bars that lose no voxel", () => {
    const bars = barsWithin(histogram, { low: histogram.min, high: histogram.max });
    expect(bars.length).toBeLessThanOrEqual(66);
    expect(bars.reduce((sum, bar) => sum + bar.voxels, 0)).toBe(histogramVoxels(histogram));
    expect(bars.slice(1).map((bar) => bar.from)).toEqual(bars.slice(0, -1).map((bar) => bar.to));
  });

  it("cuts a narrow range into as many bars as a wide one", () => {
    const bars = barsWithin(histogram, { low: -0.1, high: 0.1 });
    expect(bars.length).toBeGreaterThan(20);
    expect(bars.every((bar) => bar.to > -0.1 && bar.from < 0.1)).toBe(true);
  });

  it("rounds a dragged level to what the picture can tell apart", () => {
    expect(roundToRange(0.123456, { low: 0, high: 2 })).toBe(0.123);
    expect(roundToRange(0.000123456, { low: 0, high: 0.0005 })).toBe(0.0001235);
    expect(roundToRange(1234.56, { low: 0, high: 9000 })).toBe(1235);
  });

  it("says the level in deviations from the mean", () => {
    expect(levelInDeviations(statistics.mean + 2.8 * statistics.std, statistics)).toBe("2.8 σ");
    expect(levelInDeviations(1, { ...statistics, std: 0 })).toBe("");
  });
});
