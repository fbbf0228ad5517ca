import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { allocateShiftShells, powerSpectrum, sumShifts } from "../../../../workers/kernels/fourier/autocorrelation.ts";
import { combineShells } from "../../../../workers/kernels/fourier/shells.ts";
import { forward, inverse, makeTransform, noise, readReal, type Transform, writeReal } from "./one-worker.ts";

const BOXES: Triple[] = [
  [6, 5, 4],
  [7, 1, 3],
  [4, 4, 4],
  [1, 1, 1],
  [1, 2, 9],
];

function autocorrelate(box: Triple, values: Float32Array): Transform<"double"> {
  const transform = makeTransform(box, "double");
  writeReal(transform, values);
  forward(transform);
  const { kernel, layout, data } = transform;
  for (let z = 0; z < layout.nz; z++) powerSpectrum(kernel, layout, data, z);
  inverse(transform);
  return transform;
}

/** Σ_r V[r]·V[r+s] for every shift s, the box repeating. */
function naiveAutocorrelation(values: Float32Array, [nx, ny, nz]: Triple): Float64Array {
  const result = new Float64Array(values.length);
  const at = (x: number, y: number, z: number) => values[((z % nz) * ny + (y % ny)) * nx + (x % nx)]!;
  for (let s = 0; s < values.length; s++) {
    const [sx, sy, sz] = [s % nx, Math.floor(s / nx) % ny, Math.floor(s / (nx * ny))];
    for (let r = 0; r < values.length; r++) {
      const [x, y, z] = [r % nx, Math.floor(r / nx) % ny, Math.floor(r / (nx * ny))];
      result[s]! += at(x, y, z) * at(x + sx, y + sy, z + sz);
    }
  }
  return result;
}

describe("the power spectrum", () => {
  it.each(BOXES)("of a %i×%i×%i box transforms into the circular autocorrelation", (...box) => {
    const values = noise(box);
    const actual = readReal(autocorrelate(box, values));
    naiveAutocorrelation(values, box).forEach((expected, shift) => {
      expect(Math.abs(actual[shift]! - expected)).toBeLessThan(1e-15 * voxelCount(box));
    });
  });
});

describe("shells of shifts", () => {
  it.each(BOXES)("of a %i×%i×%i box sum wrapped distances, rounded half up", (...box) => {
    const transform = makeTransform(box, "double");
    const values = noise(box);
    writeReal(transform, values);
    const { kernel, arena, layout, data } = transform;
    const partials = allocateShiftShells(arena, layout);
    for (const z of [...Array(layout.nz).keys()].reverse()) sumShifts(kernel, layout, data, z, partials);
    const { sums, counts } = combineShells(kernel, partials);
    const expected = naiveShells(values, box);
    expect([...counts]).toEqual(expected.counts);
    expected.sums.forEach((sum, shell) => {
      expect(sums[shell]).toBeCloseTo(sum, 13);
    });
  });

  it("of white noise hold nothing beyond shift 0", () => {
    const box: Triple = [24, 24, 24];
    const transform = autocorrelate(box, noise(box, 7));
    const { kernel, arena, layout, data } = transform;
    const partials = allocateShiftShells(arena, layout);
    for (let z = 0; z < layout.nz; z++) sumShifts(kernel, layout, data, z, partials);
    const { sums, counts } = combineShells(kernel, partials);
    expect(counts[0]).toBe(1);
    expect(Math.abs(sums[3]! / counts[3]! / sums[0]!)).toBeLessThan(0.01);
  });
});

function naiveShells(values: Float32Array, [nx, ny, nz]: Triple): { sums: number[]; counts: number[] } {
  const [sums, counts]: [number[], number[]] = [[], []];
  const shift = (index: number, n: number) => Math.min(index, n - index);
  values.forEach((value, index) => {
    const [x, y, z] = [index % nx, Math.floor(index / nx) % ny, Math.floor(index / (nx * ny))];
    const squared = shift(z, nz) ** 2 + shift(y, ny) ** 2 + shift(x, nx) ** 2;
    const shell = Math.floor(Math.sqrt(squared) + 0.5);
    sums[shell] = (sums[shell] ?? 0) + value;
    counts[shell] = (counts[shell] ?? 0) + 1;
  });
  const filled = (list: number[]) => Array.from(list, (item) => item ?? 0);
  return { sums: filled(sums), counts: filled(counts) };
}
