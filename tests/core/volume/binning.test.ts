import { describe, expect, test } from "vitest";
import { binnedGrid, binVolume } from "../../../src/core/volume/binning.ts";
import type { Grid, Triple } from "../../../src/core/volume/grid.ts";
import { seededRandom } from "../../support/random.ts";

const grid: Grid = { box: [8, 7, 9], voxelSize: [1, 1.5, 2], origin: [10, -5, 0] };
const random = seededRandom(3);
const voxels = Float32Array.from({ length: 8 * 7 * 9 }, () => random());

function binned(factor: number): { box: Triple; values: Float32Array } {
  const { box } = binnedGrid(grid, factor);
  const values = new Float32Array(box[0] * box[1] * box[2]);
  binVolume({ grid, voxels }, factor, values);
  return { box, values };
}

function naiveMean([x, y, z]: Triple, factor: number): number {
  let sum = 0;
  for (let k = 0; k < factor; k++)
    for (let j = 0; j < factor; j++)
      for (let i = 0; i < factor; i++) sum += voxels[((z * factor + k) * 7 + y * factor + j) * 8 + x * factor + i]!;
  return sum / factor ** 3;
}

describe.each([1, 2, 3])("in blocks of %d", (factor) => {
  test("every voxel is the mean of its block", () => {
    const { box, values } = binned(factor);
    expect(box).toEqual([8, 7, 9].map((n) => Math.floor(n / factor)));
    for (let z = 0, i = 0; z < box[2]; z++)
      for (let y = 0; y < box[1]; y++)
        for (let x = 0; x < box[0]; x++) expect(values[i++]).toBeCloseTo(naiveMean([x, y, z], factor), 6);
  });

  test("a block lies where its middle was", () => {
    const { voxelSize, origin } = binnedGrid(grid, factor);
    for (const axis of [0, 1, 2] as const) {
      const first = grid.origin[axis];
      const last = grid.origin[axis] + (factor - 1) * grid.voxelSize[axis];
      expect(origin[axis]).toBeCloseTo((first + last) / 2, 12);
      expect(voxelSize[axis]).toBe(factor * grid.voxelSize[axis]);
    }
  });
});
