import { expect, test } from "vitest";
import type { Triple } from "../../../src/core/volume/grid.ts";
import { mirroredAlongX } from "../../../src/core/volume/mirrored.ts";
import { reoriented } from "../../support/helix-map.ts";

const BOX: Triple = [5, 4, 3];
const voxels = Float32Array.from({ length: 60 }, (_, i) => Math.fround(i / 7));

test("the mirror image has x turned around, which turns the hand around", () => {
  const { values } = reoriented(voxels, BOX, { order: [0, 1, 2], flips: [true, false, false] });
  expect(mirroredAlongX(voxels, BOX)).toEqual(values);
});

test("the mirror image of the mirror image is the map, which is left as it was", () => {
  const before = voxels.slice();
  expect(mirroredAlongX(mirroredAlongX(voxels, BOX), BOX)).toEqual(before);
  expect(voxels).toEqual(before);
});
