import { describe, expect, it } from "vitest";
import { type Triple, voxelCount } from "../../../../src/core/volume/grid.ts";
import {
  allocateAmplitudeShells,
  combineAmplitudes,
  multiplySpectrum,
  multiplySpectrumWithin,
  sumAmplitudes,
  writeGaussianWeights,
} from "../../../../workers/kernels/fourier/spectrum.ts";
import { seededRandom } from "../../../support/random.ts";
import { type ComplexGrid, complexGrid, naiveDft } from "./naive-dft.ts";
import {
  forward,
  inverse,
  makeTransform,
  noise,
  readReal,
  readSpectrum,
  relativeError,
  type Transform,
  writeReal,
} from "./one-worker.ts";

const BOXES: Triple[] = [
  [12, 10, 8],
  [9, 7, 11],
  [6, 12, 20],
  [16, 16, 16],
  [1, 5, 4],
  [1, 2, 1],
  [1, 1, 1],
];

function spectrumOf(box: Triple, values: ArrayLike<number> = noise(box)): Transform<"double"> {
  const transform = makeTransform(box, "double");
  writeReal(transform, values);
  forward(transform);
  return transform;
}

function profile(transform: Transform<"double">, order = [...Array(transform.layout.nz).keys()]) {
  const { kernel, arena, layout, data } = transform;
  const partials = allocateAmplitudeShells(arena, layout);
  for (const z of order) sumAmplitudes(kernel, layout, data, z, partials);
  return combineAmplitudes(kernel, layout, partials);
}

/** Digital frequencies of every stored coefficient, in the order of the stored spectrum. */
function frequencies([nx, ny, nz]: Triple): [fx: number, fy: number, fz: number][] {
  const wrapped = (n: number) => Array.from({ length: n }, (_, k) => (k <= Math.floor(n / 2) ? k : k - n) / n);
  const half = wrapped(nx).slice(0, Math.floor(nx / 2) + 1);
  return wrapped(nz).flatMap((fz) =>
    wrapped(ny).flatMap((fy) => half.map((fx): [number, number, number] => [fx, fy, fz])),
  );
}

/** The profile by its definition, from the spectrum as it was read back. */
function naiveProfile({ re, im }: ComplexGrid, box: Triple) {
  const [sums, counts] = [new Float64Array(box[0]), new Float64Array(box[0])];
  frequencies(box).forEach(([fx, fy, fz], index) => {
    const squared = fz * fz + fy * fy + fx * fx;
    const shell = Math.trunc(Math.sqrt(squared) * box[0] + 0.5);
    if (squared > 0.25 || shell >= box[0]) return;
    sums[shell]! += Math.hypot(re[index]!, im[index]!) / voxelCount(box);
    counts[shell]! += 1;
  });
  return { sums, counts };
}

describe("the radial average", () => {
  it.each(BOXES)("of a %i×%i×%i box takes each coefficient to its shell", (...box) => {
    const transform = spectrumOf(box);
    const { sums, counts } = profile(transform);
    const expected = naiveProfile(readSpectrum(transform), box);
    expect(counts).toEqual(expected.counts);
    expected.sums.forEach((sum, shell) => {
      expect(Math.abs(sums[shell]! - sum)).toBeLessThanOrEqual(1e-13 * sum);
    });
  });

  it("keeps coefficients at exactly half a cycle per voxel", () => {
    const { counts } = profile(spectrumOf([8, 8, 8]));
    // Of the six axis ends at 1/2 the half spectrum stores (4,0,0), (0,4,0) and (0,0,4) once each.
    const shell4 = frequencies([8, 8, 8]).filter((f) => {
      const r = Math.hypot(...f) * 8;
      return r >= 3.5 && r <= 4;
    });
    expect(shell4.filter((f) => f.some((part) => Math.abs(part) === 0.5))).toHaveLength(3);
    expect(counts[4]).toBe(shell4.length);
  });

  it("has the same bits whichever plane was summed first", () => {
    const transform = spectrumOf([12, 10, 8]);
    expect(profile(transform, [5, 1, 7, 0, 2, 6, 3, 4])).toEqual(profile(transform));
  });

  it("of the conformance map T32 starts as computed with Xmipp's formulas", () => {
    const { sums, counts } = profile(spectrumOf([32, 32, 32], conformanceMap()));
    const expected = [-3.7633, -4.08751, -4.74411];
    expected.forEach((value, shell) => {
      expect(Math.log(sums[shell]! / counts[shell]!)).toBeCloseTo(value, 5);
    });
  });
});

describe("Gaussian weights", () => {
  it.each(BOXES)("on a %i×%i×%i box multiply by exp(−decay·f²)", (...box) => {
    const transform = spectrumOf(box);
    const before = readSpectrum(transform);
    multiplyAll(transform, 39.5);
    const gain = frequencies(box).map((f) => Math.exp(-39.5 * (f[0] ** 2 + f[1] ** 2 + f[2] ** 2)));
    const expected = { re: before.re.map((a, k) => a * gain[k]!), im: before.im.map((b, k) => b * gain[k]!) };
    expect(relativeError(readSpectrum(transform), expected)).toBeLessThan(1e-15);
  });

  it("turn a voxel into a Gaussian of variance σ²/2 for decay π²σ²", () => {
    const [n, sigma] = [24, 2];
    const transform = spectrumOf([n, n, n], Float32Array.of(1, ...new Float32Array(n ** 3 - 1)));
    multiplyAll(transform, Math.PI ** 2 * sigma ** 2);
    inverse(transform);
    const peak = (Math.PI * sigma ** 2) ** -1.5;
    readReal(transform).forEach((value, index) => {
      const [x, y, z] = [index % n, Math.floor(index / n) % n, Math.floor(index / n ** 2)];
      const squared = [x, y, z].reduce((sum, i) => sum + Math.min(i, n - i) ** 2, 0);
      // The spectrum ends where the Gaussian still is exp(−π²) = 5e-5 of its peak.
      expect(Math.abs(value - peak * Math.exp(-squared / sigma ** 2))).toBeLessThan(1e-4 * peak);
    });
  });

  it("smooth like the naive transform of the whole spectrum", () => {
    const box: Triple = [10, 9, 6];
    const values = noise(box);
    const transform = spectrumOf(box, values);
    multiplyAll(transform, Math.PI ** 2 * 4);
    inverse(transform);
    const full = naiveDft(complexGrid(values), box, "forward");
    for (let index = 0; index < values.length; index++) {
      const [x, y, z] = [index % 10, Math.floor(index / 10) % 9, Math.floor(index / 90)];
      const wrapped = (i: number, n: number) => Math.min(i, n - i) / n;
      const squared = wrapped(x, 10) ** 2 + wrapped(y, 9) ** 2 + wrapped(z, 6) ** 2;
      const gain = Math.exp(-(Math.PI ** 2) * 4 * squared) / voxelCount(box);
      full.re[index]! *= gain;
      full.im[index]! *= gain;
    }
    const expected = complexGrid(naiveDft(full, box, "inverse").re);
    expect(relativeError(complexGrid(readReal(transform)), expected)).toBeLessThan(1e-14);
  });
});

describe("weights within a resolution", () => {
  it.each(BOXES)("on a %i×%i×%i box leave finer coefficients alone, bit for bit", (...box) => {
    const [voxelSize, finest, bFactor] = [1.5, 6, -120];
    const transform = spectrumOf(box);
    const { kernel, arena, layout, data } = transform;
    const before = readSpectrum(transform);
    const weights = writeGaussianWeights(arena, layout, bFactor / (4 * voxelSize ** 2));
    for (let z = 0; z < layout.nz; z++) {
      multiplySpectrumWithin(kernel, layout, data, z, { weights, voxelSize, finest });
    }
    const after = readSpectrum(transform);
    frequencies(box).forEach(([fx, fy, fz], index) => {
      const perAngstrom = Math.sqrt(fz * fz + fy * fy + fx * fx) / voxelSize;
      const gain = 1 / perAngstrom >= finest ? Math.exp((-bFactor / 4) * perAngstrom ** 2) : 1;
      for (const part of ["re", "im"] as const) {
        const expected = before[part][index]! * gain;
        if (gain === 1) expect(after[part][index]).toBe(expected);
        else expect(Math.abs(after[part][index]! - expected)).toBeLessThanOrEqual(1e-14 * Math.abs(expected));
      }
    });
  });
});

function multiplyAll({ kernel, arena, layout, data }: Transform<"double">, decay: number): void {
  const weights = writeGaussianWeights(arena, layout, decay);
  for (let z = 0; z < layout.nz; z++) multiplySpectrum(kernel, layout, data, z, weights);
}

/** Five Gaussian blobs in noise, the map of the conformance vectors: centre z, y, x, width and height in voxels. */
function conformanceMap(): Float32Array {
  const blobs = [
    [16, 15, 14, 3, 1],
    [18, 17, 19, 2.5, 0.9],
    [13, 16, 17, 2, 0.8],
    [6, 24, 24, 1, 0.5],
    [25, 8, 10, 1, 0.45],
  ] as const;
  const random = seededRandom(1);
  return Float32Array.from({ length: 32 ** 3 }, (_, index) => {
    const [x, y, z] = [index % 32, (index >> 5) % 32, index >> 10];
    const density = blobs.reduce((sum, [cz, cy, cx, width, height]) => {
      return sum + height * Math.exp(-((z - cz) ** 2 + (y - cy) ** 2 + (x - cx) ** 2) / (2 * width ** 2));
    }, 0);
    return density + 0.05 * random();
  });
}
