import { describe, expect, it } from "vitest";
import {
  largestVarianceSlice,
  largestVarianceSliceOfMask,
  sliceVariances,
} from "../../../src/core/volume/largest-variance.ts";

const momentsOf = (slices: number[][], shift = 0) => ({
  voxels: slices[0]!.length,
  sum: Float64Array.from(slices, (s) => s.reduce((t, v) => t + (v - shift), 0)),
  squares: Float64Array.from(slices, (s) => s.reduce((t, v) => t + (v - shift) ** 2, 0)),
});

describe("sliceVariances", () => {
  it("is the population variance", () => {
    expect([
      ...sliceVariances(
        momentsOf([
          [1, 3],
          [2, 2],
          [0, 6],
        ]),
      ),
    ]).toEqual([1, 0, 9]);
  });

  it("does not depend on the shift", () => {
    expect([
      ...sliceVariances(
        momentsOf(
          [
            [101, 103],
            [95, 105],
          ],
          100,
        ),
      ),
    ]).toEqual([1, 25]);
  });

  it("does not fall below zero by rounding", () => {
    const [variance] = sliceVariances({ voxels: 3, sum: Float64Array.of(0.3), squares: Float64Array.of(0.0299999) });
    expect(variance).toBe(0);
  });
});

describe("largestVarianceSlice", () => {
  it("takes the lowest index within a relative 1e-6 of the largest", () => {
    const spread = (v: number) => [-Math.sqrt(v), Math.sqrt(v)];
    expect(largestVarianceSlice(momentsOf([spread(1), spread(4 * (1 - 9e-7)), spread(4)]))).toBe(1);
    expect(largestVarianceSlice(momentsOf([spread(1), spread(4 * (1 - 1.1e-6)), spread(4)]))).toBe(2);
  });

  it("is the first slice of a constant map", () => {
    expect(
      largestVarianceSlice(
        momentsOf(
          [
            [0.1, 0.1, 0.1],
            [0.1, 0.1, 0.1],
          ],
          0.1,
        ),
      ),
    ).toBe(0);
    expect(
      largestVarianceSlice(
        momentsOf([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe(0);
  });
});

describe("largestVarianceSliceOfMask", () => {
  it("takes the slice nearest to half full, the lowest on ties", () => {
    expect(largestVarianceSliceOfMask(Uint32Array.of(0, 3, 7, 10, 5), 10)).toBe(4);
    expect(largestVarianceSliceOfMask(Uint32Array.of(0, 3, 7, 10), 10)).toBe(1);
  });

  it("tells apart counts that differ by one voxel in a large slice", () => {
    const half = 2 ** 25;
    expect(largestVarianceSliceOfMask(Uint32Array.of(half - 2, half - 1, half + 1), 2 * half)).toBe(1);
  });

  it("is the first slice of an empty and of a full mask", () => {
    expect(largestVarianceSliceOfMask(Uint32Array.of(0, 0, 0), 4)).toBe(0);
    expect(largestVarianceSliceOfMask(Uint32Array.of(4, 4), 4)).toBe(0);
  });
});
