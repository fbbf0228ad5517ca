import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { dilatePlane } from "../../../../workers/kernels/labels/dilation.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { place, readBytes } from "../voxels/fixture.ts";
import { naiveDilation, randomMask, SHAPES } from "./naive.ts";

const { kernel, arena } = makeKernel();

function dilated(mask: Uint8Array, box: Triple, passes = 1): Uint8Array {
  let [from, to] = [place(arena, mask), place(arena, new Uint8Array(mask.length).fill(255))];
  for (let pass = 0; pass < passes; pass++) {
    for (let z = box[2] - 1; z >= 0; z--) dilatePlane(kernel, box, { mask: from, z, out: to });
    [from, to] = [to, from];
  }
  return readBytes(arena, from, mask.length);
}

const WIDTHS: readonly Triple[] = [
  [3, 3, 3],
  [17, 6, 5],
  [18, 6, 5],
  [19, 6, 5],
  [34, 5, 4],
  [35, 5, 4],
  [51, 7, 3],
];

describe.each([...SHAPES, ...WIDTHS])("dilation in a %i × %i × %i box", (...box) => {
  it.each([0.01, 0.1, 0.5])("equals 18 neighbours with cleared faces at density %f", (density) => {
    const mask = randomMask(box, density, 5);
    expect(dilated(mask, box)).toEqual(naiveDilation(mask, box));
  });

  it("repeats", () => {
    const mask = randomMask(box, 0.02, 9);
    expect(dilated(mask, box, 3)).toEqual(naiveDilation(naiveDilation(naiveDilation(mask, box), box), box));
  });
});

describe("dilation", () => {
  it("grows one voxel to 19, and then to 93", () => {
    const box: Triple = [21, 9, 9];
    const mask = new Uint8Array(voxelCount(box));
    mask[(4 * 9 + 4) * 21 + 10] = 1;
    const voxelsSet = (bytes: Uint8Array) => bytes.reduce((sum, bit) => sum + bit, 0);
    expect(voxelsSet(dilated(mask, box))).toBe(19);
    expect(voxelsSet(dilated(mask, box, 2))).toBe(93);
  });

  it("clears a mask that fills the box down to the inner voxels", () => {
    const box: Triple = [20, 6, 5];
    const sum = dilated(new Uint8Array(voxelCount(box)).fill(1), box).reduce((total, bit) => total + bit, 0);
    expect(sum).toBe(18 * 4 * 3);
  });
});
