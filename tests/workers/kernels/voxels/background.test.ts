import { describe, expect, it } from "vitest";
import {
  backgroundDeviation,
  backgroundOutliers,
  backgroundSum,
} from "../../../../workers/kernels/voxels/background.ts";
import { makeKernel } from "../../../support/kernel.ts";
import {
  maskBytes,
  PLANES,
  place,
  readDoubles,
  readWords,
  SUM_TOLERANCE,
  smoothValues,
  tiedValues,
} from "./fixture.ts";

const { kernel, arena } = makeKernel();

describe.each(PLANES)("background of %i × %i voxels", (nx, ny) => {
  const bytes = maskBytes(nx * ny, { seed: 3 });
  const mask = place(arena, bytes);
  const outside = (values: Float32Array) => [...values].filter((_, i) => !bytes[i]);
  const planeOf = (values: Float32Array) => ({ address: place(arena, values), nx, ny });

  it("counts and sums", () => {
    const values = tiedValues(nx * ny);
    const out = arena.allocate(16);
    backgroundSum(kernel, planeOf(values), { mask, out });
    const sum = outside(values).reduce((total, v) => total + v, 0);
    expect([...readDoubles(arena, out, 2)]).toEqual([outside(values).length, sum]);
  });

  it("sums squares about the mean", () => {
    const values = smoothValues(nx * ny, { offset: -2 });
    const expected = outside(values).reduce((sum, v) => sum + (v + 2.125) ** 2, 0);
    const deviation = backgroundDeviation(kernel, planeOf(values), { mask, mean: -2.125 });
    expect(Math.abs(deviation - expected)).toBeLessThanOrEqual(SUM_TOLERANCE * expected);
  });

  it("counts beyond a limit about zero and about the mean", () => {
    const values = tiedValues(nx * ny);
    const out = arena.allocate(8);
    backgroundOutliers(kernel, planeOf(values), { mask, mean: 0.375, limit: 1, out });
    expect([...readWords(arena, out, 2)]).toEqual([
      outside(values).filter((v) => Math.abs(v) > 1).length,
      outside(values).filter((v) => Math.abs(v - 0.375) > 1).length,
    ]);
  });
});

describe("backgroundOutliers", () => {
  it("compares in float64", () => {
    const value = Math.fround(0.1);
    const plane = { address: place(arena, new Float32Array(7).fill(value)), nx: 7, ny: 1 };
    const [mask, out] = [place(arena, new Uint8Array(7)), arena.allocate(8)];
    backgroundOutliers(kernel, plane, { mask, mean: 1e-12, limit: value - 1e-12, out });
    expect([...readWords(arena, out, 2)]).toEqual([7, 0]);
  });
});
