import { describe, expect, it } from "vitest";
import { fitFrame } from "../../src/view/draw-slice.ts";
import { levelOutline } from "../../src/view/level-outline.ts";
import { orientationText, pixelOf, scaleBarLength, voxelAt } from "../../src/view/slice-geometry.ts";

const BOX = [5, 6, 7] as const;

describe("orientation", () => {
  it("is that of VRS and ChimeraX", () => {
    expect(["x", "y", "z"].map((axis) => orientationText(axis as "x"))).toEqual(["y → z ↑", "z → x ↓", "x → y ↑"]);
    expect(pixelOf("z", [1, 2, 3], BOX)).toEqual([1, 3]);
    expect(pixelOf("x", [1, 2, 3], BOX)).toEqual([2, 3]);
    expect(pixelOf("y", [1, 2, 3], BOX)).toEqual([3, 1]);
  });

  it.each(["x", "y", "z"] as const)("finds a voxel again from its pixel, across %s", (axis) => {
    const voxel = [3, 1, 4] as const;
    const [column, row] = pixelOf(axis, voxel, BOX);
    const [width, height] = { x: [6, 7], y: [7, 5], z: [5, 6] }[axis] as [number, number];
    const place = [(column + 0.5) / width, (row + 0.5) / height] as const;
    expect(voxelAt(axis, place, { voxel, box: BOX })).toEqual(voxel);
  });

  it("stays in the box outside the picture", () => {
    expect(voxelAt("z", [-1, 2], { voxel: [2, 2, 2], box: BOX })).toEqual([0, 0, 2]);
  });

  it("fits a slice into its pane", () => {
    expect(fitFrame({ width: 200, height: 100 }, 1)).toEqual({ left: 50, top: 0, width: 100, height: 100 });
    expect(fitFrame({ width: 100, height: 100 }, 2)).toEqual({ left: 0, top: 25, width: 100, height: 50 });
  });

  it.each([
    [67.3, 50],
    [49, 20],
    [10, 10],
    [0.7, 0.5],
  ])("takes a round scale bar for at most %d Å", (longest, length) =>
    expect(scaleBarLength(longest)).toBeCloseTo(length),
  );
});

describe("the outline of a level", () => {
  it("of a disc lies at its radius and is closed", () => {
    const [size, radius, middle] = [41, 12.3, 20.5];
    const values = Float32Array.from({ length: size * size }, (_, i) => {
      const [x, y] = [(i % size) + 0.5 - middle, Math.floor(i / size) + 0.5 - middle];
      return radius - Math.sqrt(x * x + y * y);
    });
    const outline = levelOutline({ width: size, height: size, values }, 0);
    const ends = new Map<string, number>();
    let length = 0;
    for (let i = 0; i < outline.length; i += 4) {
      const [x0, y0, x1, y1] = outline.subarray(i, i + 4) as unknown as [number, number, number, number];
      for (const end of [`${x0.toFixed(3)} ${y0.toFixed(3)}`, `${x1.toFixed(3)} ${y1.toFixed(3)}`]) {
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
      expect(Math.hypot(x0 - middle, y0 - middle)).toBeCloseTo(radius, 1);
      length += Math.hypot(x1 - x0, y1 - y0);
    }
    expect([...ends.values()].every((count) => count % 2 === 0)).toBe(true);
    expect(length).toBeCloseTo(2 * Math.PI * radius, 0);
  });

  it("joins or parts a saddle by its middle", () => {
    const saddle = (high: number) => ({ width: 2, height: 2, values: Float32Array.from([high, 0, 0, high]) });
    const middleOf = (outline: Float32Array) => [...outline].filter((_, i) => i % 4 === 1);
    expect(levelOutline(saddle(4), 1)).toHaveLength(8);
    expect(middleOf(levelOutline(saddle(4), 1))).not.toEqual(middleOf(levelOutline(saddle(1.5), 1)));
  });

  it("is empty above and below all values", () => {
    const slice = { width: 3, height: 3, values: new Float32Array(9).fill(1) };
    expect(levelOutline(slice, 2)).toHaveLength(0);
    expect(levelOutline(slice, 0)).toHaveLength(0);
  });
});
