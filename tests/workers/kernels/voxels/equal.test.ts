import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { countEqual, countEqualOnFaces, faceVoxels } from "../../../../workers/kernels/voxels/equal.ts";
import { loadPlane, planeBytes } from "../../../../workers/kernels/voxels/plane.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { BOXES, maskBytes, PLANES, place, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

describe("countEqual", () => {
  it.each(PLANES)("counts %i × %i voxels outside the mask", (nx, ny) => {
    const [values, bytes] = [tiedValues(nx * ny), maskBytes(nx * ny)];
    const plane = { address: place(arena, values), nx, ny };
    const expected = values.filter((v, i) => v === 0.25 && !bytes[i]).length;
    expect(countEqual(kernel, plane, { mask: place(arena, bytes), value: 0.25 })).toBe(expected);
  });

  it("takes -0 for 0", () => {
    const plane = { address: place(arena, Float32Array.of(0, -0, 1, -0, -0)), nx: 5, ny: 1 };
    expect(countEqual(kernel, plane, { mask: place(arena, new Uint8Array(5)), value: 0 })).toBe(4);
  });
});

describe("countEqualOnFaces", () => {
  it.each(BOXES)("counts the six faces of a %i × %i × %i box, edges as often as they occur", (...box) => {
    const voxels = tiedValues(voxelCount(box), 5);
    const address = arena.allocate(planeBytes(box));
    let equal = 0;
    for (let z = 0; z < box[2]; z++) {
      equal += countEqualOnFaces(kernel, loadPlane(kernel, voxels, { box, z, address }), {
        z,
        nz: box[2],
        value: 0.25,
      });
    }
    const faces = naiveFaces(voxels, box);
    expect(equal).toBe(faces.filter((v) => v === 0.25).length);
    expect(faceVoxels(box)).toBe(faces.length);
  });
});

function naiveFaces(voxels: Float32Array, [nx, ny, nz]: Triple): number[] {
  const faces: number[] = [];
  voxels.forEach((v, i) => {
    const [x, y, z] = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    for (const [at, n] of [
      [x, nx],
      [y, ny],
      [z, nz],
    ] as const) {
      if (at === 0) faces.push(v);
      if (at === n - 1) faces.push(v);
    }
  });
  return faces;
}
