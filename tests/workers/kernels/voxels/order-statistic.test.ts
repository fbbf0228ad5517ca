import { describe, expect, it } from "vitest";
import {
  addHistogram,
  countKeys,
  KEY_HISTOGRAM_BYTES,
  type KeyHalf,
  orderStatistic,
} from "../../../../workers/kernels/voxels/order-statistic.ts";
import type { Region } from "../../../../workers/kernels/voxels/plane.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { maskBytes, place, readWords, smoothValues, tiedValues } from "./fixture.ts";

const { kernel, arena } = makeKernel();

/** The rank-th value through two histograms, as two workers would fill them. */
function select(values: Float32Array, rank: number, region?: Region): number {
  const address = place(arena, values);
  const half = values.length >> 1;
  const histogram = arena.allocate(KEY_HISTOGRAM_BYTES);
  const part = (keys: KeyHalf, from: number, count: number) => {
    new Uint32Array(arena.memory.buffer, histogram, KEY_HISTOGRAM_BYTES / 4).fill(0);
    const plane = { address: address + 4 * from, nx: count, ny: 1 };
    countKeys(kernel, plane, { region: region && { ...region, mask: region.mask + from }, keys, histogram });
    return readWords(arena, histogram, KEY_HISTOGRAM_BYTES / 4);
  };
  return orderStatistic(rank, (keys) => {
    const total = part(keys, half, values.length - half);
    addHistogram(total, part(keys, 0, half));
    return total;
  });
}

const sorted = (values: Float32Array) => values.slice().sort((a, b) => a - b);

describe("orderStatistic", () => {
  it.each([
    ["ties", tiedValues(999)],
    ["spread values", smoothValues(999)],
  ])("finds every rank among %s", (_, values) => {
    const expected = sorted(values);
    for (const rank of [0, 1, 7, 249, 499, 500, 750, 998]) expect(select(values, rank)).toBe(expected[rank]! + 0);
  });

  it("orders the whole float32 range", () => {
    const values = Float32Array.of(3.4e38, -3.4e38, 1e-45, -1e-45, 1, -1, Infinity, -Infinity, 65504, -2.5);
    const expected = sorted(values);
    expect([...expected.keys()].map((rank) => select(values, rank))).toEqual([...expected]);
  });

  it("takes both zeros for one value", () => {
    const values = Float32Array.of(0, -0, 0, -0, 1, -1);
    expect([0, 1, 2, 3, 4, 5].map((rank) => select(values, rank))).toEqual([-1, 0, 0, 0, 0, 1]);
  });

  it("selects inside and outside a mask", () => {
    const [values, bytes] = [tiedValues(500), maskBytes(500)];
    const mask = place(arena, bytes);
    for (const [side, byte] of [
      ["inside", 1],
      ["outside", 0],
    ] as const) {
      const chosen = sorted(values.filter((_, i) => bytes[i] === byte));
      const rank = chosen.length >> 1;
      expect(select(values, rank, { mask, side })).toBe(chosen[rank]! + 0);
    }
  });

  it("selects from one voxel, and refuses a rank beyond the last", () => {
    expect(select(Float32Array.of(-7.5), 0)).toBe(-7.5);
    expect(() => select(Float32Array.of(-7.5), 1)).toThrowError(expect.objectContaining({ code: "job.failed" }));
  });
});
