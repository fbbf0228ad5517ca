import { describe, expect, test } from "vitest";
import type { Triple, Volume } from "../../../src/core/volume/grid.ts";
import { drawLocalSurfaces, openingLevel } from "../../../src/report/drawing/local-surface.ts";

const BOX: Triple = [24, 24, 24];
const COUNT = 24 ** 3;

function fill(value: (x: number, y: number, z: number) => number): Float32Array {
  return Float32Array.from({ length: COUNT }, (_, at) =>
    value(at % 24, Math.floor(at / 24) % 24, Math.floor(at / 576)),
  );
}

const radius = (x: number, y: number, z: number) => Math.sqrt((x - 11.5) ** 2 + (y - 11.5) ** 2 + (z - 11.5) ** 2);
const map: Volume = {
  grid: { box: BOX, voxelSize: [2, 2, 2], origin: [0, 0, 0] },
  voxels: fill((...at) => 12 - radius(...at)),
};
const ball = Uint8Array.from(fill((...at) => (radius(...at) < 9 ? 1 : 0)));

describe("openingLevel", () => {
  test("is exceeded by 1 % of the voxels, none of them outside the mask", () => {
    const level = openingLevel(map.voxels, ball);
    const above = map.voxels.filter((value, at) => value > level && ball[at] === 1).length;
    expect(above).toBeLessThanOrEqual(138);
    expect(above).toBeGreaterThan(100);
  });

  test("does not exist where the mask holds fewer voxels", () => {
    expect(openingLevel(map.voxels, new Uint8Array(COUNT).fill(1, 0, 100))).toBe(-Infinity);
  });
});

describe("drawLocalSurfaces", () => {
  const measured = (voxels: Float32Array) => ({ grid: map.grid, voxels, mask: ball });
  const left = { volume: measured(fill((x) => x)), range: [8, 15] as const };
  const flat = { volume: measured(fill(() => 0)), range: [0, 1] as const };
  const { level, views } = drawLocalSurfaces({ map, mask: ball }, [left, flat], { lowest: 4, size: 40 });

  test("draws one surface for every set, at the opening level but not below the lowest", () => {
    expect(level).toBe(openingLevel(map.voxels, ball));
    expect(drawLocalSurfaces({ map, mask: ball }, [flat], { lowest: 9, size: 8 }).level).toBe(9);
    expect(views.map((set) => set.map(({ rgb }) => rgb.length))).toEqual([
      [4800, 4800, 4800],
      [4800, 4800, 4800],
    ]);
  });

  test("shows low x dark at the left and high x light at the right in view 3", () => {
    const { rgb } = views[0]![2];
    const brightness = (x: number) => rgb[3 * (20 * 40 + x)]! + rgb[3 * (20 * 40 + x) + 1]!;
    expect(brightness(30)).toBeGreaterThan(brightness(10) + 60);
  });
});
