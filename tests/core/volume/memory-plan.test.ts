import { describe, expect, test } from "vitest";
import { planMemory } from "../../../src/core/volume/memory-plan.ts";

const MEBIBYTE = 2 ** 20;

const withTransform = (transformBytes: number) => ({ transformBytes, resizedSize: 0, energyVolume: 0 });

test("a map at rest takes four bytes a voxel", () => {
  expect(planMemory([256, 256, 256], withTransform(0))).toMatchObject({
    box: [256, 256, 256],
    voxelBytes: 64 * MEBIBYTE,
  });
});

describe("the peak", () => {
  const spectrum = 130 * MEBIBYTE;
  const plan = planMemory([256, 256, 256], withTransform(spectrum));

  test("holds the program, the map, the mask at rest and the larger of transform and masks", () => {
    expect(plan.transformBytes).toBe(spectrum);
    expect(plan.peakBytes).toBe(plan.baseBytes + 64 * MEBIBYTE + 16 * MEBIBYTE + spectrum);
    const maskBound = planMemory([256, 256, 256], withTransform(MEBIBYTE));
    expect(maskBound.peakBytes).toBe(plan.baseBytes + 80 * MEBIBYTE + maskBound.maskBytes);
  });

  test("is that of the local checks where the resized map is the larger", () => {
    const local = planMemory([256, 256, 256], { transformBytes: spectrum, resizedSize: 256, energyVolume: 0 });
    expect(local.localBytes).toBeGreaterThan(spectrum);
    expect(local.peakBytes).toBe(plan.baseBytes + 80 * MEBIBYTE + local.localBytes);
    expect(local.seconds).toBeGreaterThan(plan.seconds);
  });

  test("is that of the local resolution where coarse voxels make the box large", () => {
    const facts = { transformBytes: spectrum, resizedSize: 128, energyVolume: 8 * 256 ** 3 };
    const local = planMemory([256, 256, 256], facts);
    expect(local.localBytes).toBeGreaterThan(8 * 4 * 256 ** 3);
    expect(local.seconds).toBeGreaterThan(plan.seconds);
  });

  test("grows with the box by a fixed amount a voxel", () => {
    const twice = planMemory([256, 256, 512], withTransform(2 * spectrum));
    expect(twice.peakBytes - twice.baseBytes).toBe(2 * (plan.peakBytes - plan.baseBytes));
    expect(twice.seconds).toBeGreaterThan(plan.seconds);
  });
});

test("a tiny map takes the program alone, and a moment", () => {
  const plan = planMemory([3, 3, 3], withTransform(1000));
  expect(plan.peakBytes - plan.baseBytes).toBeLessThan(2000);
  expect(plan.seconds).toBeGreaterThan(0);
});
