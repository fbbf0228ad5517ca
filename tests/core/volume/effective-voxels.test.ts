import { describe, expect, test } from "vitest";
import { effectiveVoxels, type ShiftShells } from "../../../src/core/volume/effective-voxels.ts";
import { seededRandom } from "../../support/random.ts";

/** Shell sums over all wrapped shifts of a cube of `n` voxels a side, of a function of the shift. */
function shells(n: number, at: (dx: number, dy: number, dz: number) => number): ShiftShells {
  const size = Math.round(Math.sqrt(3) * Math.floor(n / 2)) + 1;
  const [sums, counts] = [new Float64Array(size), new Float64Array(size)];
  const wrapped = (shift: number) => Math.min(shift, n - shift);
  for (let dz = 0; dz < n; dz++)
    for (let dy = 0; dy < n; dy++)
      for (let dx = 0; dx < n; dx++) {
        const r = Math.floor(Math.hypot(wrapped(dx), wrapped(dy), wrapped(dz)) + 0.5);
        sums[r] += at(wrapped(dx), wrapped(dy), wrapped(dz));
        counts[r] += 1;
      }
  return { sums, counts };
}

/** A circular autocorrelation by its definition. */
function autocorrelation(values: Float64Array, n: number): ShiftShells {
  const at = (x: number, y: number, z: number) => values[((z % n) * n + (y % n)) * n + (x % n)];
  return shells(n, (dx, dy, dz) => {
    let sum = 0;
    for (let z = 0; z < n; z++)
      for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) sum += at(x, y, z) * at(x + dx, y + dy, z + dz);
    return sum;
  });
}

const everywhere = (n: number) => shells(n, () => n ** 3);

test("white noise: nearly every voxel counts", () => {
  const n = 12;
  const random = seededRandom(7);
  const noise = Float64Array.from({ length: n ** 3 }, random);
  const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
  const deviations = autocorrelation(
    noise.map((value) => value - mean),
    n,
  );
  const effective = effectiveVoxels(n ** 3, deviations, everywhere(n));
  expect(effective / n ** 3).toBeGreaterThan(0.8);
  expect(effective / n ** 3).toBeLessThanOrEqual(1);
});

test("an exponential correlation of length L takes 8πL³ voxels for one", () => {
  const [n, length] = [64, 3];
  const decay = shells(n, (dx, dy, dz) => n ** 3 * Math.exp(-Math.hypot(dx, dy, dz) / length));
  const tau = n ** 3 / effectiveVoxels(n ** 3, decay, everywhere(n));
  expect(tau / (8 * Math.PI * length ** 3)).toBeCloseTo(1, 1);
});

describe("noise averaged over blocks of 2³ voxels", () => {
  const n = 16;
  const triangle = (shift: number) => Math.max(0, 1 - shift / 2);
  const correlation = (dx: number, dy: number, dz: number) => triangle(dx) * triangle(dy) * triangle(dz);

  test("counts one voxel in 8", () => {
    const deviations = shells(n, (dx, dy, dz) => 5 * n ** 3 * correlation(dx, dy, dz));
    expect(effectiveVoxels(n ** 3, deviations, everywhere(n))).toBeCloseTo(n ** 3 / 8, 9);
  });

  test("also where the background is a part of the box: pairs are counted by its own autocorrelation", () => {
    const pairs = (dx: number, dy: number, dz: number) => 1000 - 20 * (dx + dy + dz);
    const deviations = shells(n, (dx, dy, dz) => pairs(dx, dy, dz) * correlation(dx, dy, dz));
    const effective = effectiveVoxels(1000, deviations, shells(n, pairs));
    // Within a shell the pairs vary a little, so the quotient of sums is close to the correlation, not equal.
    expect(effective).toBeCloseTo(125, -1);
  });
});

describe("the sum over shells", () => {
  const counts = Float64Array.of(1, 6, 20, 50);
  const indicator = { sums: counts.map((count) => 100 * count), counts };
  /** n/τ of 100 voxels for a correlation given by shell. */
  const effective = (...rho: number[]) =>
    effectiveVoxels(100, { sums: counts.map((count, r) => 100 * count * rho[r]), counts }, indicator);

  test("ends at the first shell that is not positive, whatever comes after", () => {
    expect(effective(1, 0.5, 0, 0.9)).toBeCloseTo(100 / 4, 9);
    expect(effective(1, 0.5, -0.2, 0.9)).toBeCloseTo(100 / 4, 9);
    expect(effective(1, 0.5, 0.1, 0)).toBeCloseTo(100 / 6, 9);
  });

  test("never counts more voxels than there are", () => {
    expect(effective(1, -0.5, 0.9, 0.9)).toBe(100);
  });

  test("ends where no pair of background voxels lies that far apart", () => {
    const deviations = { sums: Float64Array.of(100, 300, 1e-12, 50), counts };
    const sparse = { sums: Float64Array.of(100, 600, 1e-12, 50), counts };
    expect(effectiveVoxels(100, deviations, sparse)).toBeCloseTo(100 / 4, 9);
  });
});
