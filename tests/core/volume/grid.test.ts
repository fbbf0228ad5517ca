import { expect, test } from "vitest";
import { AXES, anisotropy, centralSlices, type Triple, voxelCount } from "../../../src/core/volume/grid.ts";

test("axes are listed with the fastest first", () => {
  expect(AXES).toEqual(["x", "y", "z"]);
});

test("a box holds the product of its sides", () => {
  expect(voxelCount([3, 4, 5])).toBe(60);
  // Beyond 32 bits.
  expect(voxelCount([2048, 2048, 2048])).toBe(8_589_934_592);
});

test("the central slice of an odd side is its middle, of an even side the one after", () => {
  expect(centralSlices([1, 32, 33])).toEqual([0, 16, 16]);
});

test.each<[voxelSize: Triple, excess: number]>([
  [[2, 2, 2], 0],
  [[2, 2.02, 2], 0.01],
  [[1, 3, 2], 2],
])("voxels of %j Å are longer one way than another by a share of %d", (voxelSize, excess) => {
  expect(anisotropy({ box: [1, 1, 1], voxelSize, origin: [0, 0, 0] })).toBeCloseTo(excess, 12);
});
