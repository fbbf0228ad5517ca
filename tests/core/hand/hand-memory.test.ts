import { describe, expect, it } from "vitest";
import { cutBox, planHandGrid, type Span, searchBox } from "../../../src/core/hand/hand-grid.ts";
import { fittingExtent, handBytes, MOST_HAND_BYTES, mostHandBytes } from "../../../src/core/hand/hand-memory.ts";
import { type Triple, voxelCount } from "../../../src/core/volume/grid.ts";
import { layoutTransform } from "../../../workers/kernels/fourier/layout.ts";

const cube = (size: number): Triple => [size, size, size];
const whole = (size: number): readonly [Span, Span, Span] => [[0, size - 1], [0, size - 1], [0, size - 1]]; // biome-ignore format: three axes

describe("handBytes", () => {
  it.each([
    [128, 1],
    [256, 1],
    [256, 0.5],
    [200, 1.7],
  ])("holds what %d³ voxels of %d Å allocate", (size, voxelSize) => {
    const grid = planHandGrid({ voxelSize: cube(voxelSize) }, whole(size));
    const [search, cut] = [searchBox(grid), cutBox(grid)];
    const values = 4 * voxelCount(search);
    const spectrum = layoutTransform(search, "double").bytes;
    const most = Math.max(values + spectrum + layoutTransform(cut, "double").bytes, 3 * values + spectrum);
    expect(handBytes(grid)).toBeGreaterThanOrEqual(most);
    expect(handBytes(grid)).toBeLessThan(1.05 * most);
  });
});

describe("fittingExtent", () => {
  it("leaves what fits as it is", () => {
    const extent = whole(256);
    expect(fittingExtent({ voxelSize: cube(1) }, extent)).toBe(extent);
  });

  it("takes as much from both ends of what does not fit, and no more than it must", () => {
    const grid = { box: cube(600), voxelSize: cube(1.1) };
    const extent = fittingExtent(grid, whole(600));
    const bytes = handBytes(planHandGrid(grid, extent));
    expect(bytes).toBeLessThanOrEqual(MOST_HAND_BYTES);
    expect(bytes).toBeGreaterThan(0.8 * MOST_HAND_BYTES);
    for (const [first, last] of extent) expect(first).toBe(599 - last);
    expect(mostHandBytes(grid)).toBe(MOST_HAND_BYTES);
  });
});
