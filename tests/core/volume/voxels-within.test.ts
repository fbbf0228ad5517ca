import { expect, it } from "vitest";
import { voxelsWithin } from "../../../src/core/volume/voxels-within.ts";

const box = [3, 2, 2] as const;
const voxels = Float32Array.of(0, 1, 2, 3, 4, Number.NaN, 1.5, -1, 2, 1, 0.5, 9);

it("lists the voxels from the lower edge of a bin up to, but not including, the upper", () => {
  const { places, count } = voxelsWithin({ box, voxels }, { from: 1, to: 2 }, 100);
  expect(count).toBe(3);
  expect([...places]).toEqual([1, 0, 0, 0, 0, 1, 0, 1, 1]);
});

it("has the largest value in a bin without an upper edge, and nothing where no value was measured", () => {
  const mask = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0);
  const last = { from: 4, to: Number.POSITIVE_INFINITY };
  expect([...voxelsWithin({ box, voxels }, last, 100).places]).toEqual([1, 1, 0, 2, 1, 1]);
  expect([...voxelsWithin({ box, voxels, mask }, last, 100).places]).toEqual([1, 1, 0]);
});

it("spreads what it lists evenly over a large box, and says how many there are", () => {
  const side = 32;
  const flat = { box: [side, side, side] as const, voxels: new Float32Array(side ** 3) };
  const { places, count } = voxelsWithin(flat, { from: 0, to: 1 }, 4096);
  expect(count).toBe(side ** 3);
  expect(Math.abs(places.length / 3 - 4096)).toBeLessThan(8);
  const octants = new Array<number>(8).fill(0);
  for (let i = 0; i < places.length; i += 3) {
    const half = (k: number) => (places[i + k]! >= side / 2 ? 1 : 0);
    octants[half(0) + 2 * half(1) + 4 * half(2)]!++;
  }
  expect(Math.min(...octants)).toBeGreaterThan(480);
  expect(Math.max(...octants)).toBeLessThan(545);
});
