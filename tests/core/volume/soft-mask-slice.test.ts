import { expect, it } from "vitest";
import { AXES } from "../../../src/core/volume/grid.ts";
import { extractSlice } from "../../../src/core/volume/slice.ts";
import { softMaskSlice } from "../../../src/core/volume/soft-mask-slice.ts";
import { seededRandom } from "../../support/random.ts";

const box = [31, 26, 9] as const;
const random = seededRandom(4);
const voxels = Uint8Array.from({ length: 31 * 26 * 9 }, () => (random() > 0.1 ? 1 : 0));

/** One line smoothed by its plain discrete Fourier transform. */
function smoothed(line: readonly number[]): number[] {
  const n = line.length;
  const index = (k: number) => (k <= n / 2 ? k : k - n);
  const wave = (k: number, j: number) => (2 * Math.PI * k * j) / n;
  const spectrum = line.map((_, k) => {
    const gain = Math.exp(-4 * (Math.PI * (index(k) / n)) ** 2) / n;
    const re = line.reduce((sum, v, j) => sum + v * Math.cos(wave(k, j)), 0);
    return { re: gain * re, im: -gain * line.reduce((sum, v, j) => sum + v * Math.sin(wave(k, j)), 0) };
  });
  return line.map((_, j) =>
    spectrum.reduce((sum, { re, im }, k) => sum + re * Math.cos(wave(k, j)) - im * Math.sin(wave(k, j)), 0),
  );
}

function softMask(): Float32Array {
  const values = Float64Array.from(voxels);
  for (const [axis, stride] of [1, box[0], box[0] * box[1]].entries()) {
    for (let at = 0; at < values.length; at++) {
      if (Math.floor(at / stride) % box[axis] !== 0) continue;
      const line = Array.from({ length: box[axis] }, (_, i) => values[at + i * stride]);
      for (const [i, value] of smoothed(line).entries()) values[at + i * stride] = value;
    }
  }
  return Float32Array.from(values, (value) => Math.max(0, value));
}

it("is a slice of the mask smoothed by a whole transform, near the faces of the box too", () => {
  const whole = softMask();
  for (const axis of AXES) {
    for (const index of [0, 5, box[AXES.indexOf(axis)] - 1]) {
      const expected = extractSlice({ grid: { box }, voxels: whole }, axis, index);
      const slice = softMaskSlice({ grid: { box }, voxels }, axis, index);
      expect([slice.width, slice.height]).toEqual([expected.width, expected.height]);
      const worst = slice.values.reduce((most, v, i) => Math.max(most, Math.abs(v - expected.values[i])), 0);
      expect(worst).toBeLessThan(2e-6);
    }
  }
});
