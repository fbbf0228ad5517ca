import { describe, expect, test } from "vitest";
import { mostHandBytes } from "../../../src/core/hand/hand-memory.ts";
import { resizedSize } from "../../../src/core/resizing/resize-plan.ts";
import { planMemory } from "../../../src/core/volume/memory-plan.ts";
import { layoutTransform } from "../../../workers/kernels/fourier/layout.ts";

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
    expect(local.peakBytes).toBe(plan.baseBytes + 80 * MEBIBYTE + local.resizedBytes + local.localBytes);
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

// Largest resident set of `mapassay validate --threads 2` on synthetic maps of 1 Å a voxel, at 3 Å (points all over the box, blurred by
// a Gaussian of 1.2 Å: the hand takes the whole box) or without a resolution (bench/make-map.js); Node 20 on Linux.
test.each([
  { side: 64, resolution: 3, mebibytes: 127 },
  { side: 128, resolution: 3, mebibytes: 209 },
  { side: 256, resolution: null, mebibytes: 313 },
  { side: 256, resolution: 3, mebibytes: 701 },
])("$side³ at $resolution Å takes about what was measured", ({ side, resolution, mebibytes }) => {
  const box = [side, side, side] as const;
  const facts =
    resolution === null
      ? withTransform(layoutTransform(box, "double").bytes)
      : {
          transformBytes: layoutTransform(box, "double").bytes,
          resizedSize: resizedSize({ box, voxelSize: [1, 1, 1] }, resolution),
          energyVolume: side ** 3,
          handBytes: mostHandBytes({ box, voxelSize: [1, 1, 1] }),
        };
  const predicted = planMemory(box, facts).peakBytes / MEBIBYTE;
  expect(Math.abs(predicted / mebibytes - 1)).toBeLessThan(0.1);
  if (side === 256 && resolution !== null) expect(predicted).toBeGreaterThanOrEqual(mebibytes);
});

test("a box of 512³ voxels of up to 1 Å stays within 4 GiB at 3 to 5 Å", () => {
  for (const voxel of [0.5, 0.8, 1]) {
    for (const resolution of [3, 4, 5]) {
      const grid = { box: [512, 512, 512], voxelSize: [voxel, voxel, voxel] } as const;
      const { peakBytes } = planMemory(grid.box, {
        transformBytes: layoutTransform(grid.box, "double").bytes,
        resizedSize: resizedSize(grid, resolution),
        energyVolume: (512 * voxel) ** 3,
        handBytes: mostHandBytes(grid),
      });
      expect(peakBytes).toBeLessThan(2 ** 32);
    }
  }
});

test("voxels below 1 Å make the cut larger than the search grid", () => {
  const most = (side: number, voxel: number) =>
    mostHandBytes({ box: [side, side, side], voxelSize: [voxel, voxel, voxel] });
  expect(most(256, 0.5)).toBeGreaterThan(2 * most(128, 1));
  expect(most(256, 0.5)).toBeLessThan(8 * most(128, 1));
});
