import { describe, expect, it } from "vitest";
import {
  accumulatePlane,
  combineStatistics,
  mapStatistics,
  planeDeviation,
  planeStatistics,
  STATISTICS_WORDS,
} from "../../../../workers/kernels/voxels/statistics.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { PLANES, place, readDoubles, SUM_TOLERANCE, smoothValues, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

function statisticsOf(values: Float32Array) {
  const out = arena.allocate(8 * STATISTICS_WORDS);
  planeStatistics(kernel, { address: place(arena, values), nx: values.length, ny: 1 }, out);
  return combineStatistics(readDoubles(arena, out, STATISTICS_WORDS), values.length);
}

describe("planeStatistics", () => {
  it.each(PLANES)("is exact on %i × %i values that sum exactly", (nx, ny) => {
    const values = tiedValues(nx * ny);
    expect(statisticsOf(values)).toEqual({
      min: Math.min(...values),
      max: Math.max(...values),
      sum: values.reduce((sum, v) => sum + v, 0),
      nonFinite: 0,
      firstNonFinite: -1,
    });
  });

  it("sums in float64", () => {
    const values = smoothValues(9999, { offset: 1000 });
    const sum = values.reduce((total, v) => total + v, 0);
    expect(Math.abs(statisticsOf(values).sum / sum - 1)).toBeLessThan(SUM_TOLERANCE);
  });

  it.each([NaN, Infinity, -Infinity])("leaves out and reports %s, in whole blocks and in the tail", (bad) => {
    const values = Float32Array.of(1, 2, bad, 4, -5, 6, 7, 8, bad);
    expect(statisticsOf(values)).toEqual({ min: -5, max: 8, sum: 23, nonFinite: 2, firstNonFinite: 2 });
    expect(statisticsOf(values.subarray(3))).toEqual({ min: -5, max: 8, sum: 20, nonFinite: 1, firstNonFinite: 5 });
  });

  it("reports a plane without a finite value", () => {
    const expected = { min: Infinity, max: -Infinity, sum: 0, nonFinite: 5, firstNonFinite: 0 };
    expect(statisticsOf(new Float32Array(5).fill(NaN))).toEqual(expected);
  });
});

describe("combineStatistics", () => {
  it("adds planes and finds the first non-finite voxel of the map", () => {
    const planes = Float64Array.of(1, 5, 10, 0, -1, -2, 3, 4, 2, 6, 0, 9, 1, 1, 0);
    expect(combineStatistics(planes, 8)).toEqual({ min: -2, max: 9, sum: 15, nonFinite: 3, firstNonFinite: 14 });
  });
});

describe("planeDeviation", () => {
  it.each(PLANES)("is the sum of squares about the mean of %i × %i values", (nx, ny) => {
    const values = smoothValues(nx * ny, { offset: 3 });
    const mean = 3.0625;
    const expected = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
    const deviation = planeDeviation(kernel, { address: place(arena, values), nx, ny }, mean);
    expect(Math.abs(deviation - expected)).toBeLessThanOrEqual(SUM_TOLERANCE * expected);
  });

  it("gives the population standard deviation of a map", () => {
    const first = { min: 0, max: 3, sum: 6, nonFinite: 0, firstNonFinite: -1 };
    expect(mapStatistics(first, Float64Array.of(2, 3), 4)).toEqual({ min: 0, max: 3, mean: 1.5, std: Math.sqrt(1.25) });
  });
});

describe("accumulatePlane", () => {
  it.each(PLANES)("adds %i × %i planes in order", (nx, ny) => {
    const accumulator = arena.allocate(8 * nx * ny);
    new Float64Array(arena.memory.buffer, accumulator, nx * ny).fill(0.1);
    const expected = new Float64Array(nx * ny).fill(0.1);
    for (const seed of [1, 2, 3]) {
      const values = smoothValues(nx * ny, { seed });
      accumulatePlane(kernel, { address: place(arena, values), nx, ny }, accumulator);
      values.forEach((v, i) => {
        expected[i]! += v;
      });
    }
    expect(readDoubles(arena, accumulator, nx * ny)).toEqual(expected);
  });
});
