import { expect, it } from "vitest";
import type { Grid } from "../../../src/core/volume/grid.ts";
import { nearestVoxel } from "../../../src/core/volume/nearest-voxel.ts";

const fine: Grid = { box: [6, 5, 3], voxelSize: [1, 1, 1], origin: [10, 0, 0] };

it("finds the nearest voxel along each axis, and none beyond half a voxel outside", () => {
  const coarse: Grid = { box: [2, 3, 1], voxelSize: [2, 2, 4], origin: [11, -1, 1] };
  const [x, y, z] = nearestVoxel(fine, coarse);
  expect([...x]).toEqual([0, 0, 1, 1, -1, -1]);
  expect([...y]).toEqual([1, 1, 2, 2, -1]);
  expect([...z]).toEqual([0, 0, 0]);
});

it("finds each voxel of its own grid", () => {
  expect([...nearestVoxel(fine, fine)[0]]).toEqual([0, 1, 2, 3, 4, 5]);
});
