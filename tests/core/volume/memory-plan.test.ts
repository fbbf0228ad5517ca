import { describe, expect, test } from "vitest";
import { planMemory } from "../../../src/core/volume/memory-plan.ts";

const MEBIBYTE = 2 ** 20;

test("a map at rest takes four bytes a voxel", () => {
  expect(planMemory([256, 256, 256], 0)).toMatchObject({ box: [256, 256, 256], voxelBytes: 64 * MEBIBYTE });
});

describe("the peak", () => {
  const spectrum = 130 * MEBIBYTE;
  const plan = planMemory([256, 256, 256], spectrum);

  test("holds the program, the map, the mask at rest and the larger of transform and masks", () => {
    expect(plan.transformBytes).toBe(spectrum);
    expect(plan.peakBytes).toBe(plan.baseBytes + 64 * MEBIBYTE + 16 * MEBIBYTE + spectrum);
    const maskBound = planMemory([256, 256, 256], MEBIBYTE);
    expect(maskBound.peakBytes).toBe(plan.baseBytes + 80 * MEBIBYTE + maskBound.maskBytes);
  });

  test("grows with the box by a fixed amount a voxel", () => {
    const twice = planMemory([256, 256, 512], 2 * spectrum);
    expect(twice.peakBytes - twice.baseBytes).toBe(2 * (plan.peakBytes - plan.baseBytes));
    expect(twice.seconds).toBeGreaterThan(plan.seconds);
  });
});

test("a tiny map takes the program alone, and a moment", () => {
  const plan = planMemory([3, 3, 3], 1000);
  expect(plan.peakBytes - plan.baseBytes).toBeLessThan(2000);
  expect(plan.seconds).toBeGreaterThan(0);
});
