import { beforeAll, describe, expect, it } from "vitest";
import { contourLadder } from "../../../src/core/volume/contour-suggestion.ts";
import { AXES, type Axis, type Triple } from "../../../src/core/volume/grid.ts";
import { orientProjection } from "../../../src/core/volume/slice.ts";
import { survey } from "../../../workers/jobs/survey.ts";
import type { Survey } from "../../../workers/protocol.ts";
import { blobSpec } from "../../support/blob-map.ts";
import { components, measure } from "../../support/contour.ts";
import { valuesOf } from "../../support/mrc-builder.ts";
import { makeTestJob } from "./scrambled-job.ts";

const BOX: Triple = [23, 19, 17];
const [nx, ny, nz] = BOX;
const voxels = valuesOf(blobSpec(20, { box: BOX })).map((value) => Math.fround(value + 0.25));

function surveyOf(values: Float32Array, box: Triple): Survey {
  const { context, map } = makeTestJob({ box, voxels: values, team: "scrambled" });
  return survey({ map }, context) as Survey;
}

const positionOf = (i: number): Triple => [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];

/** Map values of each slice along an axis. */
function slicesAlong(axis: number): number[][] {
  const slices: number[][] = Array.from({ length: BOX[axis]! }, () => []);
  voxels.forEach((value, i) => {
    slices[positionOf(i)[axis]!]!.push(value);
  });
  return slices;
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/** Sums along an axis in source order, the last index fastest. */
function naiveProjection(axis: Axis): Float64Array {
  const sums = new Float64Array((nx * ny * nz) / BOX[AXES.indexOf(axis)]!);
  voxels.forEach((value, i) => {
    const [x, y, z] = positionOf(i);
    sums[{ z: y * nx + x, x: z * ny + y, y: z * nx + x }[axis]]! += value;
  });
  return sums;
}

describe("the survey of a map", () => {
  const naive = measure(voxels);
  let surveyed: Survey;
  beforeAll(() => {
    surveyed = surveyOf(voxels, BOX);
  });

  it("finds its statistics", () => {
    const { min, max, mean, std } = surveyed.statistics;
    expect([min, max]).toEqual([naive.statistics.min, naive.statistics.max]);
    expect(mean).toBeCloseTo(naive.statistics.mean, 12);
    expect(std).toBeCloseTo(naive.statistics.std, 10);
  });

  it("counts its histogram as numpy does", () => {
    expect(surveyed.histogram.counts).toEqual(naive.histogram.counts);
  });

  it("finds the slices of largest variance", () => {
    const naiveSlices = [0, 1, 2].map((axis) => {
      const variances = slicesAlong(axis).map(varianceOf);
      return variances.indexOf(Math.max(...variances));
    });
    expect(surveyed.maxVarianceSlices).toEqual(naiveSlices);
  });

  it("projects along each axis", () => {
    AXES.forEach((axis, i) => {
      const { width, height, values } = orientProjection(naiveProjection(axis), axis, { box: BOX });
      const seen = surveyed.projections[i]!;
      expect([seen.width, seen.height]).toEqual([width, height]);
      const furthest = seen.values.reduce((most, value, k) => Math.max(most, Math.abs(value - values[k]!)), 0);
      expect(furthest).toBeLessThan(1e-5);
    });
  });

  it("finds the first moments of the signed map", () => {
    const first = [0, 0, 0];
    voxels.forEach((value, i) => {
      positionOf(i).forEach((index, axis) => {
        first[axis]! += index * value;
      });
    });
    surveyed.firstMoments.forEach((moment, axis) => {
      expect(moment / first[axis]!).toBeCloseTo(1, 12);
    });
  });

  it("counts components up the ladder", () => {
    const levels = contourLadder(surveyed.histogram, surveyed.statistics);
    expect(levels).toHaveLength(16);
    expect(surveyed.ladder).toEqual(components(voxels, BOX, levels));
    expect(new Set(surveyed.ladder.map((rung) => rung.components)).size).toBeGreaterThan(1);
  });
});

describe("the survey of a peculiar map", () => {
  const box: Triple = [8, 6, 5];

  it("counts the constant outside a mask", () => {
    const values = valuesOf({ box, value: (x, y, z) => (x > 2 && y > 2 && z > 2 ? x + y / 8 + z / 64 : -0.125) });
    expect(surveyOf(values, box).histogram.spike).toEqual({ value: -0.125, voxels: 8 * 6 * 5 - 5 * 3 * 2 });
  });

  it("takes a flat map", () => {
    const { statistics, histogram, ladder, maxVarianceSlices } = surveyOf(valuesOf({ box, value: () => 3 }), box);
    expect(statistics).toEqual({ min: 3, max: 3, mean: 3, std: 0 });
    expect(histogram.counts[0]).toBe(240);
    expect({ ladder, maxVarianceSlices }).toEqual({ ladder: [], maxVarianceSlices: [0, 0, 0] });
  });

  it.each([
    { values: [Number.NaN], at: [4, 2, 3] },
    { values: [Number.POSITIVE_INFINITY, Number.NaN], at: [0, 0, 0] },
    { values: [Number.NEGATIVE_INFINITY], at: [7, 5, 4] },
  ])("refuses $values from $at on", ({ values, at }) => {
    const first = (at[2]! * 6 + at[1]!) * 8 + at[0]!;
    const spoiled = valuesOf({ box, value: () => 1 });
    spoiled.set(values, first);
    const refusal = { code: "map.nonFinite", fields: { count: values.length, firstIndex: at } };
    expect(() => surveyOf(spoiled, box)).toThrowError(expect.objectContaining(refusal));
  });
});
