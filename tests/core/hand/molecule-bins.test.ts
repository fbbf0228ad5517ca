import { describe, expect, it } from "vitest";
import { binBox, moleculeBins, planBins } from "../../../src/core/hand/molecule-bins.ts";

describe("planBins", () => {
  it.each([1, 6, 7, 8, 64, 71, 128, 255])("lays bins the same from both ends of %d voxels", (size) => {
    for (const voxelSize of [0.5, 0.83, 1, 1.3, 2.4]) {
      const [{ width, count, over }] = planBins({
        box: [size, size, size],
        voxelSize: [voxelSize, voxelSize, voxelSize],
      });
      const bin = (voxel: number) => Math.floor((voxel + over) / width);
      expect(width * voxelSize).toBeGreaterThan(4.5);
      expect(width * voxelSize).toBeLessThan(9);
      for (let voxel = 0; voxel < size; voxel++) expect(bin(size - 1 - voxel)).toBe(count - 1 - bin(voxel));
    }
  });
});

describe("moleculeBins", () => {
  const box = binBox(planBins({ box: [70, 63, 84], voxelSize: [1, 1, 1] }));
  const [nx, ny, nz] = box;
  const at = (x: number, y: number, z: number) => (z * ny + y) * nx + x;
  const counts = (of: (x: number, y: number, z: number) => number) =>
    Uint32Array.from({ length: nx * ny * nz }, (_, i) =>
      of(i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))),
    );

  it("takes bins where voxels are dense, with those around, and not where noise is", () => {
    const bins = moleculeBins(
      counts((x, y, z) => (x > 1 && x < 5 && y > 2 && y < 5 && z > 3 && z < 6 ? 150 : 10)),
      box,
    );
    expect(bins[at(3, 3, 4)]).toBe(1);
    expect(bins[at(1, 3, 4)]).toBe(1);
    expect(bins[at(8, 3, 4)]).toBe(0);
    expect(bins[at(3, 3, 10)]).toBe(0);
  });

  it("takes a lone piece with its neighbours, at the corner too", () => {
    const bins = moleculeBins(
      counts((x, y, z) => (x + y + z === 0 ? 5 : 0)),
      box,
    );
    const taken = Array.from(bins.keys()).filter((i) => bins[i] === 1);
    // A neighbour over an edge has a quarter of the count, one over the corner an eighth, which joins as a neighbour.
    expect(taken).toContain(at(0, 0, 0));
    expect(taken).toContain(at(1, 1, 1));
    expect(taken).not.toContain(at(3, 0, 0));
  });

  it("has nothing where nothing is", () => {
    expect(moleculeBins(new Uint32Array(nx * ny * nz), box).some((bin) => bin > 0)).toBe(false);
  });
});
