import { describe, expect, test } from "vitest";
import { type BackgroundFacts, isMasked, measureBackground } from "../../../src/core/volume/background.ts";

/** Facts of these background voxels, the plain way; medians and faces are given where a test is about them. */
function factsOf(values: readonly number[], changes: Partial<BackgroundFacts> = {}): BackgroundFacts {
  const voxels = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / voxels;
  const squaredDeviations = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const limit = 5 * Math.sqrt(squaredDeviations / voxels);
  return {
    voxels,
    mean,
    squaredDeviations,
    beyondAboutZero: values.filter((value) => Math.abs(value) > limit).length,
    beyondAboutMean: values.filter((value) => Math.abs(value - mean) > limit).length,
    equalToMedian: 1,
    facesEqualToMedian: 0,
    effectiveVoxels: null,
    ...changes,
  };
}

const constant = (value: number) => measureBackground(factsOf(new Array(100).fill(value), { equalToMedian: 100 }));

test("mean, population deviation and VRS's t, as scipy.stats.ttest_1samp gives them", () => {
  const measured = measureBackground(factsOf([1, 2, 3, 4]));
  expect(measured).toMatchObject({ voxels: 4, mean: 2.5, std: Math.sqrt(1.25), constantFraction: 0.25 });
  expect(measured.vrs.t).toBeCloseTo(3.872983346207417, 12);
  expect(measured.vrs.p).toBeCloseTo(0.030466291662170977, 12);
});

test("the corrected t counts independent voxels only", () => {
  const { corrected } = measureBackground(factsOf([1, 2, 3, 4], { effectiveVoxels: 2.5 }));
  expect(corrected.effectiveVoxels).toBe(2.5);
  expect(corrected.t).toBeCloseTo(3.5355339059327378, 12);
  expect(corrected.p).toBeCloseTo(0.1067247594766384, 12);
});

test("two independent voxels or fewer have a t and no p", () => {
  const { corrected } = measureBackground(factsOf([1, 2, 3, 4], { effectiveVoxels: 2 }));
  expect(corrected).toMatchObject({ effectiveVoxels: 2, p: null });
  expect(corrected.t).toBeCloseTo(3.1622776601683795, 12);
});

test("without independent voxels the corrected reading has no t", () => {
  expect(measureBackground(factsOf([1, 2, 3, 4])).corrected).toMatchObject({ effectiveVoxels: null, t: null, p: null });
});

test("outliers lie beyond 5 σ of zero in VRS, of the mean in the corrected reading", () => {
  // σ is about 0.66: 10 lies 15 σ from zero, and 3 lies 10 σ below the mean of 10, so it is less than 5 σ from zero.
  const values = [3, ...Array.from({ length: 260 }, (_, i) => 10 + (i % 2 === 0 ? 0.5 : -0.5))];
  const measured = measureBackground(factsOf(values));
  expect(measured.vrs.outlierPercent).toBeCloseTo((100 * 260) / 261, 12);
  expect(measured.corrected.outlierPercent).toBeCloseTo(100 / 261, 12);
});

test("the share beyond 5 σ is compared with a Gaussian's: EMD-2111's report", () => {
  const facts = { ...factsOf([-1, 1]), voxels: 150_444, squaredDeviations: 150_444, beyondAboutZero: 1201 };
  const measured = measureBackground(facts);
  expect(measured.gaussianPercent).toBeCloseTo(0.0000573303, 10);
  expect(measured.vrs.outlierRatio).toBeCloseTo(13924.634749, 6);
  expect(measured.vrs.outlierPercent).toBeCloseTo(0.8, 2);
});

describe("a constant background", () => {
  test("of zero has neither t nor outliers", () => {
    expect(constant(0)).toMatchObject({
      mean: 0,
      std: 0,
      vrs: { t: null, p: null, outlierPercent: 0, outlierRatio: 0 },
    });
  });

  test("of another value has an infinite t, and lies all beyond 0 σ", () => {
    const { vrs, corrected } = constant(3);
    expect(vrs).toMatchObject({ t: null, p: 0, outlierPercent: 100 });
    expect(vrs.outlierRatio).toBeCloseTo(1_744_277.9, 1);
    expect(corrected).toMatchObject({ outlierPercent: 0, outlierRatio: 0 });
  });
});

describe("a map is masked", () => {
  test.each([
    [51, 0.5, true],
    [51, 0.49, false],
    [50, 1, false],
    [100, 1, true],
  ])("%d %% of the background and %d of the faces at one value: %s", (equalToMedian, facesEqualToMedian, masked) => {
    const facts = { voxels: 100, equalToMedian, facesEqualToMedian };
    expect(isMasked(facts)).toBe(masked);
    const measured = measureBackground(factsOf(new Array(100).fill(1), facts));
    expect(measured).toMatchObject({ masked, constantFraction: equalToMedian / 100 });
  });
});
