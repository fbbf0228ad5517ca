/// <reference path="../../../../workers/self-test/ndarray-fft.d.ts" />
import ndarray from "ndarray";
import fft from "ndarray-fft";
import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import { complexGrid, halfOf, naiveDft } from "./naive-dft.ts";
import {
  type Chunks,
  elements,
  forward,
  GUARD,
  inverse,
  makeTransform,
  noise,
  readReal,
  readSpectrum,
  relativeError,
  writeReal,
} from "./one-worker.ts";

const TOLERANCE = { single: 6e-7, double: 2e-15 };
/** ndarray-fft gets its twiddles by recurrence and is the less exact of the two. */
const AGREEMENT = { single: 6e-7, double: 5e-14 };
const PRECISIONS = ["single", "double"] as const;

/** Every radix, odd and prime and mixed lengths on every axis, and axes of one voxel. */
const BOXES: Triple[] = [
  [1, 1, 1],
  [2, 3, 5],
  [5, 2, 3],
  [1, 9, 1],
  [7, 1, 4],
  [1, 1, 37],
  [37, 2, 3],
  [3, 41, 2],
  [74, 3, 2],
  [2, 74, 43],
  [47, 2, 3],
  [3, 94, 2],
  [31, 5, 6],
  [8, 11, 29],
  [16, 17, 19],
  [13, 23, 7],
  [22, 14, 30],
  [12, 64, 9],
  [128, 6, 5],
];

describe.each(PRECISIONS)("the transform in %s precision", (precision) => {
  it.each(BOXES)("of a %i×%i×%i box is the discrete Fourier transform", (...box) => {
    const transform = makeTransform(box, precision);
    const values = noise(box);
    writeReal(transform, values);
    forward(transform);
    const expected = halfOf(naiveDft(complexGrid(values), box, "forward"), box);
    expect(relativeError(readSpectrum(transform), expected)).toBeLessThan(TOLERANCE[precision]);
  });

  it.each([...BOXES, [54, 20, 27] as Triple])("of a %i×%i×%i box comes back", (...box) => {
    const transform = makeTransform(box, precision);
    const values = noise(box);
    writeReal(transform, values);
    forward(transform);
    inverse(transform);
    expect(relativeError(complexGrid(readReal(transform)), complexGrid(values))).toBeLessThan(TOLERANCE[precision]);
  });

  it.each([[32, 32, 32] as Triple, [54, 20, 27] as Triple])("of a %i×%i×%i box agrees with ndarray-fft", (...box) => {
    const transform = makeTransform(box, precision);
    const values = noise(box);
    writeReal(transform, values);
    forward(transform);
    const { re, im } = complexGrid(values);
    const shape = [box[2], box[1], box[0]];
    fft(1, ndarray(re, shape), ndarray(im, shape));
    // Its direction 1 is e^(+2πi), so its spectrum of a real box is the conjugate of ours.
    const expected = halfOf({ re, im: im.map((value) => -value) }, box);
    expect(relativeError(readSpectrum(transform), expected)).toBeLessThan(AGREEMENT[precision]);
  });

  it("keeps the power: Σ|V|² = Σ|F|²/N over the full spectrum", () => {
    const box: Triple = [18, 15, 14];
    const transform = makeTransform(box, precision);
    const values = noise(box);
    writeReal(transform, values);
    forward(transform);
    const { re, im } = readSpectrum(transform);
    const { hx } = transform.layout;
    const weight = (kx: number) => (kx === 0 || 2 * kx === box[0] ? 1 : 2);
    const power = re.reduce((sum, a, index) => sum + weight(index % hx) * (a * a + im[index]! ** 2), 0);
    const expected = values.reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(power / voxelCount(box) / expected - 1)).toBeLessThan(10 * TOLERANCE[precision]);
  });

  it("sees a single voxel at the origin at every frequency alike, exactly", () => {
    const box: Triple = [24, 15, 32];
    const transform = makeTransform(box, precision);
    writeReal(transform, Float32Array.of(1, ...new Float32Array(voxelCount(box) - 1)));
    forward(transform);
    const { re, im } = readSpectrum(transform);
    expect(re.every((value) => value === 1)).toBe(true);
    expect(im.every((value) => value === 0)).toBe(true);
  });

  it.each(["one by one", "backwards", "unequal"] as const)("has the same bits in chunks %s", (order) => {
    const box: Triple = [20, 37, 11];
    const chunks: Record<typeof order, Chunks> = {
      "one by one": (n) => Array.from({ length: n }, (_, k) => [k, k + 1] as const),
      backwards: (n) => Array.from({ length: n }, (_, k) => [n - 1 - k, n - k] as const),
      unequal: (n) => [[4, n] as const, [0, 1] as const, [1, 4] as const],
    };
    const [whole, parts] = [makeTransform(box, precision), makeTransform(box, precision)];
    for (const transform of [whole, parts]) writeReal(transform, noise(box));
    forward(whole);
    forward(parts, chunks[order]);
    expect(readSpectrum(parts)).toEqual(readSpectrum(whole));
    inverse(whole);
    inverse(parts, chunks[order]);
    expect(readReal(parts)).toEqual(readReal(whole));
  });

  it("has the same bits over private memory", () => {
    const box: Triple = [20, 37, 11];
    const transforms = [makeTransform(box, precision, "shared"), makeTransform(box, precision, "private")];
    const spectra = transforms.map((transform) => {
      writeReal(transform, noise(box));
      forward(transform);
      return readSpectrum(transform);
    });
    expect(spectra[1]).toEqual(spectra[0]);
  });

  it.each([...BOXES, [60, 60, 3] as Triple])("of a %i×%i×%i box stays within data and scratch", (...box) => {
    const transform = makeTransform(box, precision);
    const { kernel, data, layout, scratch, plan } = transform;
    writeReal(transform, noise(box));
    const guarded = [data + layout.bytes, scratch + plan.scratchBytes].map((end) => {
      return new Uint8Array(kernel.memory.buffer, end, GUARD).fill(0xa5);
    });
    forward(transform);
    inverse(transform);
    expect(guarded.every((bytes) => bytes.every((byte) => byte === 0xa5))).toBe(true);
  });
});

it("drops from the half spectrum what no real box can have", () => {
  const box: Triple = [6, 1, 1];
  const transform = makeTransform(box, "double");
  const { hs } = transform.layout;
  writeReal(transform, new Float32Array(6));
  elements(transform).set([1, 0, 0, 1], 0);
  elements(transform).set([5, 0, 0, 7], hs);
  inverse(transform);
  const expected = [0, 1, 2, 3, 4, 5].map((x) => (1 + (-1) ** x) / 6);
  readReal(transform).forEach((value, x) => {
    expect(value).toBeCloseTo(expected[x]!, 15);
  });
});
