import { describe, expect, it } from "vitest";
import type { Grid, Triple } from "../../../src/core/volume/grid.ts";
import { makeLocalWorker, mapHandle, voxelsOf } from "../../support/local-worker.ts";
import { T32, t32Voxels } from "../../support/phantom.ts";
import { seededRandom } from "../../support/random.ts";
import { naiveResize } from "./naive-resize.ts";

const worker = makeLocalWorker();

describe("resize", () => {
  // VRS's rules followed by numpy 1.26 and scipy 1.17, which agree with Xmipp 3.24 to two units of the last place.
  it.each([
    { resolution: 6, size: 20, middle: 1.280298, min: -0.02104054, max: 1.349453, sum: 214.8905 },
    { resolution: 3, size: 42, middle: 1.28294, min: undefined, max: undefined, sum: 1719.266 },
    { resolution: 8, size: 16, middle: 1.279351, min: undefined, max: undefined, sum: 95.05607 },
  ])("agrees with the reference at $resolution Å", async ({ resolution, size, middle, min, max, sum }) => {
    const map = mapHandle(t32Voxels(), T32);
    const resized = await worker.run("resize", { map, resolution });
    const voxels = voxelsOf(resized);
    const half = size / 2;
    expect(resized.grid).toMatchObject({
      box: [size, size, size],
      voxelSize: [resolution / 2, resolution / 2, resolution / 2],
    });
    expect(voxels[(half * size + half) * size + half]).toBeCloseTo(middle, 5);
    expect(voxels.reduce((total, v) => total + v, 0) / sum).toBeCloseTo(1, 6);
    if (min !== undefined) expect(Math.min(...voxels) / min).toBeCloseTo(1, 6);
    if (max !== undefined) expect(Math.max(...voxels) / max).toBeCloseTo(1, 6);
  });

  it.each([
    { name: "coarser", box: [12, 11, 10] as Triple, voxelSize: 1.3, resolution: 4.1 },
    { name: "finer", box: [7, 8, 9] as Triple, voxelSize: 2, resolution: 3 },
    { name: "one plane short of its cube", box: [22, 5, 6] as Triple, voxelSize: 1, resolution: 4.4 },
    { name: "as it is", box: [8, 8, 8] as Triple, voxelSize: 1.5, resolution: 3 },
    { name: "long in x", box: [16, 5, 6] as Triple, voxelSize: 1, resolution: 3 },
  ])("equals a direct calculation for a map made $name", async ({ box, voxelSize, resolution }) => {
    const random = seededRandom(5);
    const voxels = Float32Array.from({ length: box[0] * box[1] * box[2] }, random);
    const resized = await worker.run("resize", { map: mapHandle(voxels, { box, voxelSize }), resolution });
    const expected = naiveResize(voxels, { box, voxelSize, resolution });
    const got = voxelsOf(resized);
    expect(got).toHaveLength(expected.length);
    const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(value - got[i])), 0);
    expect(worst).toBeLessThan(3e-7);
  });

  it("copies a map that keeps its voxel size", async () => {
    const voxels = Float32Array.from({ length: 512 }, seededRandom(2));
    const resized = await worker.run("resize", {
      map: mapHandle(voxels, { box: [8, 8, 8], voxelSize: 1.5 }),
      resolution: 3,
    });
    expect(voxelsOf(resized)).toEqual(voxels);
  });

  // Boxes whose scaled length is odd, even, one short of the cube, and far longer or shorter than it; halves of Å.
  it.each([
    { box: [48, 44, 51], voxelSize: 1.3, resolution: 5.1 },
    { box: [44, 41, 60], voxelSize: 1, resolution: 4.4 },
    { box: [30, 31, 32], voxelSize: 2, resolution: 3 },
    { box: [40, 40, 40], voxelSize: 1.5, resolution: 3 },
  ] as const)(
    "places its voxels over those of a box of $box at $resolution Å",
    async ({ box, voxelSize, resolution }) => {
      const origin: Triple = [-31.5, 12.25, 7.125];
      const centre = [0.62, 0.45, 0.41].map((share, k) => origin[k] + share * box[k] * voxelSize);
      const plain = mapHandle(blobAt(centre, { box, voxelSize, origin }), { box, voxelSize });
      const map = { ...plain, grid: { ...plain.grid, origin } };
      const resized = await worker.run("resize", { map, resolution });
      const found = centreOfMass(voxelsOf(resized), resized.placed);
      for (const [k, at] of found.entries()) expect(Math.abs(at - centre[k])).toBeLessThan(0.01);
    },
  );
});

interface Frame {
  readonly box: Triple;
  readonly voxelSize: number;
  readonly origin: Triple;
}

/** A round Gaussian blob about a point in Å. */
function blobAt(centre: readonly number[], { box, voxelSize, origin }: Frame): Float32Array {
  const [nx, ny, nz] = box;
  return Float32Array.from({ length: nx * ny * nz }, (_, i) => {
    const voxel = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    const squared = voxel.reduce((sum, v, k) => sum + (origin[k] + v * voxelSize - centre[k]) ** 2, 0);
    return Math.exp(-squared / (2 * 4 ** 2));
  });
}

function centreOfMass(voxels: Float32Array, { box, voxelSize, origin }: Grid): number[] {
  const [nx, ny] = box;
  const sums = [0, 0, 0];
  voxels.forEach((value, i) => {
    const voxel = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    voxel.forEach((v, k) => {
      sums[k] += value * (origin[k] + v * voxelSize[k]);
    });
  });
  const total = voxels.reduce((sum, value) => sum + value, 0);
  return sums.map((sum) => sum / total);
}
