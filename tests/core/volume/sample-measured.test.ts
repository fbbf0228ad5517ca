import { expect, test } from "vitest";
import type { Grid } from "../../../src/core/volume/grid.ts";
import { type MeasuredVolume, sampleMeasured } from "../../../src/core/volume/sample-measured.ts";

const grid: Grid = { box: [6, 5, 4], voxelSize: [2, 3, 4], origin: [-3, 7, 1] };
/** Linear in space, so that trilinear interpolation is exact: value at a place in Å. */
const plane = (x: number, y: number, z: number) => 5 + x - 2 * y + 0.5 * z;

const linear: MeasuredVolume = {
  grid,
  voxels: Float32Array.from({ length: 6 * 5 * 4 }, (_, at) => {
    const [i, j, k] = [at % 6, Math.floor(at / 6) % 5, Math.floor(at / 30)];
    return plane(2 * i - 3, 3 * j + 7, 4 * k + 1);
  }),
  mask: new Uint8Array(6 * 5 * 4).fill(1),
};

test("a linear volume gives its own values at places of another grid", () => {
  const other = { voxelSize: [1, 0.5, 2] as const, origin: [-2, 8, 2] as const };
  const places = Float32Array.from([0, 0, 0, 3.25, 7.5, 1, 9, 10, 4.5]);
  const expected = [plane(-2, 8, 2), plane(1.25, 11.75, 4), plane(7, 13, 11)];
  expect([...sampleMeasured(linear, places, other)].map((value) => Math.fround(value))).toEqual(
    expected.map((value) => Math.fround(value)),
  );
});

test("voxels without a value have no weight; where all eight are without, there is none", () => {
  const mask = new Uint8Array(linear.mask.length);
  mask[0] = 1;
  const values = sampleMeasured({ ...linear, mask }, Float32Array.from([0.75, 0.5, 0.9, 1.5, 0, 0, -0.5, 0, 0]), grid);
  expect([...values]).toEqual([linear.voxels[0], Number.NaN, linear.voxels[0]]);
});

test("nothing beyond the box", () => {
  expect([...sampleMeasured(linear, Float32Array.from([-1, 0, 0, 6, 4, 3, 5, 4, 3]), grid)]).toEqual([
    Number.NaN,
    Number.NaN,
    linear.voxels.at(-1),
  ]);
});
