import { describe, expect, it } from "vitest";
import {
  countDoubleKeys,
  DOUBLE_KEY_BYTES,
  type DoubleKeyDigit,
  doubleOrderStatistic,
  leastAbove,
} from "../../../../workers/kernels/voxels/double-order.ts";
import { makeKernel } from "../../../support/kernel.ts";
import { seededRandom } from "../../../support/random.ts";
import { readWords } from "./fixture.ts";

const { kernel, arena } = makeKernel();

function place(values: Float64Array) {
  const address = arena.allocate(values.byteLength);
  new Float64Array(arena.memory.buffer, address, values.length).set(values);
  return { values: address, count: values.length };
}

function select(values: Float64Array, rank: number) {
  const doubles = place(values);
  const histogram = arena.allocate(DOUBLE_KEY_BYTES);
  const histogramOf = (digit: DoubleKeyDigit) => {
    new Uint32Array(arena.memory.buffer, histogram, DOUBLE_KEY_BYTES / 4).fill(0);
    countDoubleKeys(kernel, doubles, { digit, histogram });
    return readWords(arena, histogram, DOUBLE_KEY_BYTES / 4);
  };
  return doubleOrderStatistic(rank, { histogramOf, leastAbove: (bound) => leastAbove(kernel, doubles, bound) });
}

const random = seededRandom(3);
const SPREAD = Float64Array.from({ length: 500 }, () => (random() + 0.5) ** 8);
const TIED = Float64Array.from({ length: 500 }, () => Math.round(8 * (random() + 0.5)) / 8);
const CLOSE = Float64Array.from({ length: 40 }, (_, i) => 1 + ((i * 7) % 40) * 2 ** -52);
const EXTREMES = Float64Array.of(0, 5e-324, 1e-308, 1, 1e300, Infinity);

describe("doubleOrderStatistic", () => {
  it.each([
    ["spread values", SPREAD],
    ["ties", TIED],
    ["values one bit apart", CLOSE],
    ["the whole range", EXTREMES],
  ])("finds ranks among %s, and how many values are not above", (_, values) => {
    const sorted = values.slice().sort();
    for (const rank of [0, 1, values.length >> 1, values.length - 1]) {
      const { value, notAbove } = select(values, rank);
      expect(value).toBe(sorted[rank]);
      expect(notAbove).toBe(sorted.filter((one) => one <= value).length);
    }
  });

  it("refuses a rank beyond the last", () => {
    expect(() => select(TIED, 500)).toThrowError(expect.objectContaining({ code: "job.failed" }));
  });
});

describe("leastAbove", () => {
  it("is the next larger value, or Infinity", () => {
    const sorted = SPREAD.slice().sort();
    expect(leastAbove(kernel, place(SPREAD), sorted[100])).toBe(sorted[101]);
    expect(leastAbove(kernel, place(SPREAD), sorted[499])).toBe(Infinity);
  });
});
