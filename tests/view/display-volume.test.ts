import { describe, expect, it } from "vitest";
import type { Triple } from "../../src/core/volume/grid.ts";
import { binningFor, binVolume, type DisplayVolume } from "../../src/view/display-volume.ts";
import { seededRandom } from "../support/random.ts";

function binned(voxels: Float32Array, box: Triple): { volume: DisplayVolume; pauses: number } {
  const work = binVolume(voxels, box, [1, 1.5, 2]);
  for (let pauses = 0; ; pauses++) {
    const step = work.next();
    if (step.done) return { volume: step.value, pauses };
  }
}

describe("a volume for display", () => {
  it.each([
    [[400, 400, 400], 2048, 1],
    [[401, 400, 400], 2048, 2],
    [[300, 100, 100], 256, 2],
    [[600, 100, 100], 256, null],
  ] as const)("of %j voxels, in textures of %d, is binned by %j", (box, longest, binning) =>
    expect(binningFor(box, longest)).toBe(binning),
  );

  it("holds means of 2 × 2 × 2 voxels, of fewer at the far end of odd sides, as a loop over all voxels finds", () => {
    const box = [5, 4, 3] as const;
    const random = seededRandom(7);
    const voxels = Float32Array.from({ length: 60 }, () => random());
    const { volume, pauses } = binned(voxels, box);
    const sums = new Map<number, number[]>();
    voxels.forEach((value, i) => {
      const [x, y, z] = [i % 5, Math.floor(i / 5) % 4, Math.floor(i / 20)];
      const bin = ((z >> 1) * 2 + (y >> 1)) * 3 + (x >> 1);
      sums.set(bin, [...(sums.get(bin) ?? []), value]);
    });
    expect(volume.box).toEqual([3, 2, 2]);
    expect(volume.voxelSize).toEqual([2, 3, 4]);
    expect(pauses).toBe(2);
    for (const [bin, values] of sums) {
      expect(volume.voxels[bin]).toBeCloseTo(values.reduce((a, b) => a + b) / values.length, 6);
    }
  });
});
