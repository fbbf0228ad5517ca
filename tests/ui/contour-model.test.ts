import { describe, expect, it } from "vitest";
import { histogramVoxels } from "../../src/core/volume/histogram.ts";
import {
  allSuggestions,
  barsWithin,
  levelInDeviations,
  levelRange,
  piecesText,
  roundToRange,
  volumeCurve,
} from "../../src/ui/contour/model.ts";
import { pieceBands } from "../../src/ui/contour/piece-bands.ts";
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

describe("pieces at each level", () => {
  const rung = (level: number, components: number) => ({ level, components, voxels: 100, largestVoxels: 50 });
  const ladder = [rung(1, 1), rung(2, 1), rung(4, 3), rung(6, 300)];

  it("are bands that meet halfway between rungs and join where they are alike", () => {
    expect(pieceBands(ladder, { low: 0, high: 9 })).toEqual([
      { from: 1, to: 3, crowd: 0, label: "1 piece" },
      { from: 3, to: 5, crowd: 1, label: "2 to 5" },
      { from: 5, to: 6, crowd: 4, label: "more than 100" },
    ]);
  });

  it("are cut to the range that is shown", () => {
    const bands = pieceBands(ladder, { low: 2, high: 4.5 });
    expect(bands.map(({ from, to }) => [from, to])).toEqual([
      [2, 3],
      [3, 4.5],
    ]);
    expect(pieceBands([], { low: 0, high: 1 })).toEqual([]);
  });

  it("are said for a level by the nearest rung, and not beyond the ladder", () => {
    expect(piecesText(ladder, 2.9)).toBe("1 piece");
    expect(piecesText(ladder, 3.1)).toBe("about 3 pieces");
    expect(piecesText(ladder, 0.5)).toBe("");
    expect(piecesText([], 1)).toBe("");
  });
});

describe("the volume above each level", () => {
  it("never grows with the level, from all voxels to none", () => {
    const curve = volumeCurve(histogram, { low: histogram.min, high: histogram.max });
    expect(curve[0]!.voxels).toBe(histogramVoxels(histogram));
    for (const [i, { voxels }] of curve.slice(1).entries()) expect(voxels).toBeLessThanOrEqual(curve[i]!.voxels);
  });
});

describe("an expected mass", () => {
  it("adds a suggestion after the map's own, where the molecule fits", () => {
    const map = sampleOpenedMap();
    expect(allSuggestions(map, null)).toBe(map.contourSuggestions);
    expect(allSuggestions(map, 40).map(({ method }) => method)).toEqual(["combined", "background", "molecularMass"]);
    expect(allSuggestions(map, 1e9)).toBe(map.contourSuggestions);
  });
});
