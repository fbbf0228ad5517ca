import { describe, expect, test } from "vitest";
import { AXES, type Axis, type Triple, type Volume } from "../../../src/core/volume/grid.ts";
import { extractSlice, orientProjection } from "../../../src/core/volume/slice.ts";

const BOX: Triple = [3, 4, 5];

/** The value of voxel x, y, z reads xyz. */
const volume: Volume = {
  grid: { box: BOX, voxelSize: [1, 1, 1], origin: [0, 0, 0] },
  voxels: Float32Array.from(
    { length: 60 },
    (_, i) => 100 * (i % 3) + 10 * (Math.floor(i / 3) % 4) + Math.floor(i / 12),
  ),
};

function rows(axis: Axis, index: number): number[][] {
  const { width, height, values } = extractSlice(volume, axis, index);
  return Array.from({ length: height }, (_, y) => [...values.subarray(y * width, (y + 1) * width)]);
}

describe("extractSlice", () => {
  test("across z: x to the right, y up", () => {
    expect(rows("z", 2)).toEqual([
      [32, 132, 232],
      [22, 122, 222],
      [12, 112, 212],
      [2, 102, 202],
    ]);
  });

  test("across x: y to the right, z up", () => {
    expect(rows("x", 1)).toEqual([
      [104, 114, 124, 134],
      [103, 113, 123, 133],
      [102, 112, 122, 132],
      [101, 111, 121, 131],
      [100, 110, 120, 130],
    ]);
  });

  test("across y: z to the right, x down", () => {
    expect(rows("y", 3)).toEqual([
      [30, 31, 32, 33, 34],
      [130, 131, 132, 133, 134],
      [230, 231, 232, 233, 234],
    ]);
  });

  test.each([
    ["x", 3],
    ["y", -1],
    ["z", 1.5],
  ] as const)("refuses slice %s %d", (axis, index) => {
    expect(() => extractSlice(volume, axis, index)).toThrow(expect.objectContaining({ code: "parameter.invalid" }));
  });
});

test.each(AXES)("a projection along %s lies as the slices it is the sum of", (axis) => {
  const count = BOX[AXES.indexOf(axis)]!;
  const slices = Array.from({ length: count }, (_, i) => extractSlice(volume, axis, i));
  const summed = slices[0]!.values.map((_, pixel) => slices.reduce((sum, { values }) => sum + values[pixel]!, 0));
  const { width, height, values } = orientProjection(projectNaively(axis), axis, { box: BOX });
  expect([width, height]).toEqual([slices[0]!.width, slices[0]!.height]);
  expect(values).toEqual(summed);
});

/** In source order: the axis left out, the others z before y before x. */
function projectNaively(axis: Axis): Float64Array {
  const [nx, ny, nz] = BOX;
  const sums = new Float64Array(60 / BOX[AXES.indexOf(axis)]!);
  for (let z = 0; z < nz; z++)
    for (let y = 0; y < ny; y++)
      for (let x = 0; x < nx; x++) {
        const at = { x: z * ny + y, y: z * nx + x, z: y * nx + x }[axis];
        sums[at] = sums[at]! + volume.voxels[(z * ny + y) * nx + x]!;
      }
  return sums;
}
