import { describe, expect, it } from "vitest";
import { type Bins, countAboveLevels, histogramPlane } from "../../../../workers/kernels/voxels/levels.ts";
import type { Region } from "../../../../workers/kernels/voxels/plane.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { maskBytes, PLANES, place, readWords, smoothValues, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

describe("countAboveLevels", () => {
  const countsOf = (values: Float32Array, levels: Float32Array) => {
    const out = arena.allocate(4 * levels.length);
    const plane = { address: place(arena, values), nx: values.length, ny: 1 };
    countAboveLevels(kernel, plane, { levels: place(arena, levels), count: levels.length, out });
    return [...readWords(arena, out, levels.length)];
  };

  it.each(PLANES)("counts %i × %i values strictly above each level", (nx, ny) => {
    const values = tiedValues(nx * ny);
    const levels = Float32Array.from({ length: 25 }, (_, k) => k / 8 - 0.5);
    const expected = [...levels].map((level) => values.filter((v) => v > level).length);
    expect(countsOf(values, levels)).toEqual(expected);
  });

  it("handles equal levels, one level and none", () => {
    const values = Float32Array.of(1, 2, 3, 3, 3, 4, 5, 6, 7);
    expect(countsOf(values, Float32Array.of(3, 3, 6))).toEqual([4, 4, 1]);
    expect(countsOf(values, Float32Array.of(7))).toEqual([0]);
    expect(countsOf(values, new Float32Array(0))).toEqual([]);
  });
});

describe("histogramPlane", () => {
  const countsOf = (values: Float32Array, bins: Bins, region?: Region) => {
    const out = arena.allocate(4 * bins.bins);
    histogramPlane(kernel, { address: place(arena, values), nx: values.length, ny: 1 }, { ...bins, region, out });
    return [...readWords(arena, out, bins.bins)];
  };

  it("bins by floor, with the maximum in the last bin", () => {
    expect(countsOf(Float32Array.of(0, 0.99, 1, 2.5, 3, 3.99, 4, 4), { min: 0, max: 4, bins: 4 })).toEqual([
      2, 1, 1, 4,
    ]);
  });

  it.each(PLANES)("puts %i × %i values between their edges", (nx, ny) => {
    const values = smoothValues(nx * ny, { seed: 11 });
    const [min, max, bins] = [Math.min(...values), Math.max(...values) + 0.01, 25];
    expect(countsOf(values, { min, max, bins })).toEqual(naiveHistogram(values, { min, max, bins }));
  });

  it("goes by the edges where the quotient rounds across one", () => {
    const values = Float32Array.from({ length: 15 }, (_, k) => k);
    const range = { min: 0, max: 14, bins: 100 };
    expect(Math.floor(7 * (100 / 14))).toBe(50);
    expect(countsOf(values, range)[49]).toBe(1);
    expect(countsOf(values, range)).toEqual(naiveHistogram(values, range));
  });

  it("counts one side of a mask", () => {
    const [values, bytes] = [tiedValues(200), maskBytes(200)];
    const mask = place(arena, bytes);
    const bins = { min: -2, max: 2, bins: 8 };
    const inside = values.filter((_, i) => bytes[i]);
    expect(countsOf(values, bins, { mask, side: "inside" })).toEqual(countsOf(inside, bins));
    const outside = values.filter((_, i) => !bytes[i]);
    expect(countsOf(values, bins, { mask, side: "outside" })).toEqual(countsOf(outside, bins));
  });

  it("puts values outside the range into the end bins, and a constant into the first", () => {
    expect(countsOf(Float32Array.of(-9, 0.5, 9), { min: 0, max: 1, bins: 2 })).toEqual([1, 2]);
    expect(countsOf(new Float32Array(6).fill(3), { min: 3, max: 3, bins: 5 })).toEqual([6, 0, 0, 0, 0]);
  });
});

/** The last bin whose lower edge is not above the value, the first for values below all. */
function naiveHistogram(values: Float32Array, { min, max, bins }: Bins): number[] {
  const counts = Array(bins).fill(0);
  const edges = counts.map((_, k) => min + k * ((max - min) / bins));
  for (const v of values)
    counts[
      Math.max(
        0,
        edges.findLastIndex((edge) => v >= edge),
      )
    ]++;
  return counts;
}
