import { describe, expect, it } from "vitest";
import {
  binEdge,
  binIndex,
  histogramBars,
  histogramVoxels,
  levelReachedBy,
  type MapHistogram,
  voxelsAbove,
  withoutSpike,
} from "../../../src/core/volume/histogram.ts";

const histogram: MapHistogram = { min: -1, max: 3, counts: [4, 0, 10, 6], spike: { value: -0.5, voxels: 3 } };
const empty = (min: number, max: number, bins: number): MapHistogram => ({
  min,
  max,
  counts: new Array(bins).fill(0),
  spike: null,
});

describe("binIndex", () => {
  // numpy.histogram(v, bins=4, range=(-1, 3)) of one value at a time, numpy 1.26.
  it.each([
    [-1, 0],
    [-0.0001, 0],
    [0, 1],
    [1.9999, 2],
    [2, 3],
    [3, 3],
  ])("puts %s into bin %s", (value, bin) => expect(binIndex(histogram, value)).toBe(bin));

  it("keeps values outside in the outermost bins", () => {
    expect([binIndex(histogram, -9), binIndex(histogram, 9)]).toEqual([0, 3]);
  });

  it("agrees with the edges where the quotient rounds across one", () => {
    const fine = empty(0.1, 0.7, 6);
    for (let i = 0; i < 6; i++) expect(binIndex(fine, binEdge(fine, i))).toBe(i);
  });

  it("puts equal values into bin 0", () => expect(binIndex(empty(2, 2, 8), 2)).toBe(0));
});

it("ends exactly at the maximum", () => expect(binEdge(empty(0.1, 0.7, 3), 3)).toBe(0.7));

describe("voxelsAbove", () => {
  it("is exact at the edges", () => {
    expect([-5, -1, 0, 1, 2, 3.1].map((level) => voxelsAbove(histogram, level))).toEqual([20, 20, 16, 16, 6, 0]);
  });

  it("spreads voxels evenly within a bin", () => expect(voxelsAbove(histogram, 1.25)).toBeCloseTo(6 + 7.5, 12));

  it("is undone by levelReachedBy", () => {
    for (const level of [-0.9, -0.3, 1.1, 1.7, 2.2, 2.9]) {
      expect(levelReachedBy(histogram, voxelsAbove(histogram, level))).toBeCloseTo(level, 12);
    }
  });
});

it("levelReachedBy ends at the extremes", () => {
  expect([levelReachedBy(histogram, 0), levelReachedBy(histogram, 20), levelReachedBy(histogram, 50)]).toEqual([
    3, -1, -1,
  ]);
});

describe("withoutSpike", () => {
  it("takes the spike's voxels from its own bin and leaves the input alone", () => {
    expect(withoutSpike(histogram)).toEqual({ min: -1, max: 3, counts: [1, 0, 10, 6], spike: null });
    expect(histogram.counts[0]).toBe(4);
  });

  it("returns a histogram without spike as it is", () => {
    const plain = { ...histogram, spike: null };
    expect(withoutSpike(plain)).toBe(plain);
  });
});

describe("histogramBars", () => {
  it("merges whole bins and keeps every voxel", () => {
    const bars = histogramBars({ ...histogram, counts: [1, 2, 3, 4, 5, 6, 7] }, 3);
    expect(bars.map(({ voxels }) => voxels)).toEqual([6, 15, 7]);
    expect(bars.map(({ to }) => to).slice(0, -1)).toEqual(bars.slice(1).map(({ from }) => from));
    expect(bars.at(-1)?.to).toBe(3);
  });

  it("has log10 of the voxels, and none for an empty bar", () => {
    const bars = histogramBars({ ...histogram, counts: [1000, 0, 1, 50] }, 4);
    expect(bars[0]?.logVoxels).toBeCloseTo(3, 14);
    expect(bars[1]?.logVoxels).toBeNull();
    expect(bars[2]?.logVoxels).toBe(0);
    expect(bars[3]?.logVoxels).toBeCloseTo(Math.log10(50), 14);
  });
});

it("counts all voxels", () => expect(histogramVoxels(histogram)).toBe(20));
