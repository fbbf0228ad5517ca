import { describe, expect, test } from "vitest";
import type { Grid } from "../../../src/core/volume/grid.ts";
import { type MaskExtent, type MassMoments, measureMass } from "../../../src/core/volume/mass.ts";

const grid = (n: number, size: number): Grid => ({ box: [n, n, n], voxelSize: [size, size, size], origin: [0, 0, 0] });

/** All mass in one point, voxels from index 0. */
const point = (x: number, y: number, z: number): MassMoments => ({ total: 2, first: [2 * x, 2 * y, 2 * z] });

/** The mask of EMD-2111, as its published VRS report gives it. */
const EMD_2111: MaskExtent = { x: [13, 42], y: [14, 40], z: [12, 42] };

function measure({ extent, inside = point(0, 0, 0), whole = point(0, 0, 0), on = grid(54, 3.7) }: Facts) {
  const { corrected, vrs, maskExtent } = measureMass({ grid: on, extent, wholeMap: whole, insideMask: inside });
  return { maskExtent, corrected: corrected!, vrs: vrs! };
}

interface Facts {
  readonly extent: MaskExtent | null;
  readonly inside?: MassMoments;
  readonly whole?: MassMoments;
  readonly on?: Grid;
}

test("VRS's margins and decentering of EMD-2111", () => {
  const { vrs } = measure({ extent: EMD_2111 });
  expect(Object.values(vrs.margins).flat()).toEqual(
    [48.1, 44.4, 51.8, 51.8, 44.4, 44.4].map((margin) => expect.closeTo(margin, 9)),
  );
  expect(vrs.decentering).toEqual({ x: expect.closeTo(1 / 0.54, 9), y: 0, z: 0 });
});

describe("the corrected reading", () => {
  test("gives equal margins and no decentering to a mask that is symmetric about the middle voxel", () => {
    const { corrected, vrs } = measure({ extent: { x: [1, 9], y: [0, 9], z: [3, 7] }, on: grid(10, 2) });
    // Voxel 5 is the middle of 10: there is one voxel more on its left.
    expect(corrected.margins).toEqual({ x: [2, 0], y: [0, 0], z: [6, 4] });
    expect(corrected.decentering).toEqual({ x: 0, y: 10, z: 0 });
    expect(vrs.margins).toEqual({ x: [2, 2], y: [0, 2], z: [6, 6] });
  });

  test("and the same in an odd box", () => {
    const { corrected } = measure({ extent: { x: [0, 8], y: [4, 4], z: [3, 6] }, on: grid(9, 1) });
    expect(corrected.margins).toEqual({ x: [0, 0], y: [4, 4], z: [3, 2] });
    expect(corrected.decentering).toEqual({ x: 0, y: 0, z: expect.closeTo(100 / 9, 12) });
  });

  test("uses each axis's own voxel size, VRS that of x", () => {
    const on: Grid = { box: [10, 20, 30], voxelSize: [1, 2, 3], origin: [0, 0, 0] };
    const { corrected, vrs } = measure({ extent: { x: [2, 6], y: [4, 14], z: [6, 20] }, on });
    expect(corrected.margins).toEqual({ x: [2, 3], y: [8, 10], z: [18, 27] });
    expect(vrs.margins).toEqual({ x: [2, 4], y: [4, 6], z: [6, 10] });
    expect(vrs.decentering).toEqual({ x: 20, y: 10, z: expect.closeTo(40 / 3, 12) });
  });
});

test("the centre of mass: of the masked map about voxel ⌊N/2⌋, of the whole map about N/2", () => {
  const { corrected, vrs } = measure({
    extent: { x: [0, 8], y: [0, 8], z: [0, 8] },
    on: grid(9, 1),
    inside: point(4, 4.9, 1.3),
    whole: point(4.5, 5.4, 1.8),
  });
  expect(corrected.centerOfMass).toEqual([4, 4.9, 1.3]);
  expect(corrected.centerOfMassDecentering).toEqual([0, expect.closeTo(10, 9), expect.closeTo(30, 9)]);
  expect(vrs.centerOfMass).toEqual([4.5, 5.4, 1.8]);
  expect(vrs.centerOfMassDecentering).toEqual([0, expect.closeTo(10, 9), expect.closeTo(30, 9)]);
});

test("weights that sum to zero have no centre", () => {
  const { vrs } = measure({ extent: EMD_2111, whole: { total: 0, first: [1, 0, -1] } });
  expect(vrs.centerOfMass).toEqual([null, null, null]);
  expect(vrs.centerOfMassDecentering).toEqual([null, null, null]);
});

test("an empty mask has no position", () => {
  const nothing = measureMass({ grid: grid(8, 1), extent: null, wholeMap: point(4, 4, 4), insideMask: point(0, 0, 0) });
  expect(nothing).toEqual({ maskExtent: null, corrected: null, vrs: null });
});
