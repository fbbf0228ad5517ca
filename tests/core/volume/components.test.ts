import { describe, expect, test } from "vitest";
import {
  dilationSteps,
  type MaskFacts,
  massCurveLevels,
  measureMask,
  volumeOfVoxel,
} from "../../../src/core/volume/components.ts";
import type { Grid, Triple } from "../../../src/core/volume/grid.ts";

const grid = (box: Triple, size: number): Grid => ({ box, voxelSize: [size, size, size], origin: [0, 0, 0] });

/** The composition of a raw mask with these components, in a box of 1000 voxels of 8 Å³ unless said otherwise. */
function measure(componentSizes: readonly number[], changes: Partial<MaskFacts> = {}) {
  return measureMask({
    grid: grid([10, 10, 10], 2),
    componentSizes,
    levels: [],
    voxelsAbove: [],
    hardVoxels: 0,
    overlapVoxels: 0,
    dilationSteps: 1,
    ...changes,
  });
}

describe("components", () => {
  test("are listed largest first until 95 % of the mass", () => {
    const mask = measure([7, 1115, 11], { grid: grid([32, 32, 32], 2) });
    expect(mask).toMatchObject({ componentCount: 3, rawVoxels: 1133, rawVolume: 9064, componentsTo95: 1 });
    const percent = expect.closeTo(98.4113, 4);
    expect(mask.components).toEqual([{ voxels: 1115, volume: 8920, percent, cumulativePercent: percent }]);
    expect(mask.remaining).toEqual({ count: 2, voxels: 18, meanVoxels: 9, largestVoxels: 11, smallestVoxels: 7 });
  });

  test("95 % itself is enough", () => {
    const twenty = new Array(20).fill(3);
    expect(measure(twenty)).toMatchObject({ componentsTo95: 19, remaining: { count: 1, voxels: 3 } });
    expect(measure(twenty).components.at(-1)).toMatchObject({ percent: 5, cumulativePercent: 95 });
  });

  test("beyond a hundred are counted and not listed", () => {
    const specks = measure(new Array(200).fill(1));
    expect(specks.components).toHaveLength(100);
    expect(specks).toMatchObject({ componentsTo95: 190, remaining: { count: 10, voxels: 10, meanVoxels: 1 } });
  });

  test("a single one leaves nothing", () => {
    const mask = measure([300]);
    const nothing = { count: 0, voxels: 0, meanVoxels: null, largestVoxels: null, smallestVoxels: null };
    expect(mask).toMatchObject({ componentsTo95: 1, remaining: nothing });
    expect(mask.corrected.remainingMeanVolume).toBeNull();
    expect(mask.vrs.remainingMeanVolume).toBeNull();
  });

  test("what remains has its mean volume in the corrected reading, one voxel's in VRS's", () => {
    const on: Grid = { box: [32, 32, 32], voxelSize: [2, 3, 4], origin: [0, 0, 0] };
    const mask = measure([1115, 11, 7], { grid: on });
    expect(mask.corrected.remainingMeanVolume).toBe(9 * 24);
    expect(mask.vrs.remainingMeanVolume).toBe(8);
  });
});

describe("the sizes that VRS prints for what remains", () => {
  test("from the last component of the 95 %, to the smallest", () => {
    expect(measure([1115, 11, 7], { grid: grid([32, 32, 32], 2) }).vrs).toMatchObject({
      printedFrom: 1115,
      printedTo: 7,
    });
  });

  test("a single component's own size twice, as for EMD-2111", () => {
    expect(measure([3306], { grid: grid([54, 54, 54], 3.7) }).vrs).toMatchObject({
      printedFrom: 3306,
      printedTo: 3306,
    });
  });

  test("the background in the components' place where it is the smallest", () => {
    // 960 voxels in components, 40 in the background: the walk ends before it comes to the background.
    expect(measure([600, 300, 60]).vrs).toMatchObject({ printedFrom: 60, printedTo: 40 });
  });

  test("the background counted on the way where it lies among the components", () => {
    expect(measure([600, 30, 10, 5]).vrs).toMatchObject({ printedFrom: 30, printedTo: 5 });
  });

  test("the last of the list where nothing is left to print", () => {
    expect(measure([600, 300]).vrs).toMatchObject({ printedFrom: 300, printedTo: 100 });
  });
});

describe("the levels of the mass curve", () => {
  test("24 equal steps below the maximum", () => {
    const levels = massCurveLevels(1);
    expect(levels).toHaveLength(24);
    expect(levels.map((level) => Math.round(level * 1e12) / 1e12)).toEqual(
      Array.from({ length: 24 }, (_, i) => (4 * (i + 1)) / 100),
    );
  });

  test("25 where rounding makes it so: the last is the maximum but for rounding", () => {
    // EMD-1080's maximum.
    const levels = massCurveLevels(2.3650290966033936);
    expect(levels).toHaveLength(25);
    expect(levels[24]).toBeCloseTo(2.3650290966033936, 12);
  });

  test("25 for about 13 % of maxima", () => {
    const maxima = Array.from({ length: 4000 }, (_, i) => Math.fround(0.01 + i * 0.00731));
    const longer = maxima.filter((maximum) => massCurveLevels(maximum).length === 25).length;
    expect(maxima.filter((maximum) => ![24, 25].includes(massCurveLevels(maximum).length))).toEqual([]);
    expect(longer / maxima.length).toBeGreaterThan(0.1);
    expect(longer / maxima.length).toBeLessThan(0.17);
  });

  test("none for a maximum of zero", () => {
    expect(massCurveLevels(0)).toEqual([]);
  });
});

test("a row of the mass curve as EMD-2111's report has it", () => {
  const { massCurve } = measure([1], { grid: grid([54, 54, 54], 3.7), levels: [0.5], voxelsAbove: [3223] });
  const [mass, residues] = [expect.closeTo(135.26, 2), expect.closeTo(1229.6, 2)];
  expect(massCurve).toEqual([{ level: 0.5, voxels: 3223, mass, residues }]);
});

test("the hard mask: its volume, and the share of the raw mask that it covers", () => {
  const { constructed } = measure([80, 20], { hardVoxels: 150, overlapVoxels: 85, dilationSteps: 2 });
  expect(constructed).toEqual({ voxels: 150, volume: 1200, dilationSteps: 2, overlap: 0.85 });
});

test.each([
  [3.7, 1],
  [2, 1],
  [1.999, 2],
  [1, 2],
  [0.83, 3],
  [0.5, 4],
])("voxels of %d Å are dilated %d times", (voxelSize, steps) => {
  expect(dilationSteps(voxelSize)).toBe(steps);
});

test("a voxel's volume is the product of its edges", () => {
  expect(volumeOfVoxel({ box: [1, 1, 1], voxelSize: [2, 3, 5], origin: [0, 0, 0] })).toBe(30);
});
