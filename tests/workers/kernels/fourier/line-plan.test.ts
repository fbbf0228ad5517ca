import { describe, expect, it } from "vitest";
import { factorise } from "../../../../workers/kernels/fourier/line-plan.ts";
import { unitRoot } from "../../../../workers/kernels/fourier/unit-root.ts";

describe("factorise", () => {
  it.each([
    [1, []],
    [2, [2]],
    [8, [8]],
    [16, [4, 4]],
    [32, [8, 4]],
    [60, [5, 3, 4]],
    [182, [13, 7, 2]],
    [961, [31, 31]],
    [37, [37]],
    [254, [127, 2]],
    [370, [37, 5, 2]],
  ])("%i goes through stages of radix %j", (n, radices) => {
    expect(factorise(n)).toEqual(radices);
  });

  it("leaves lengths with two primes above 31, or one with a large factor in R − 1, to the chirp", () => {
    expect([47, 2 * 83, 41 * 43].map(factorise)).toEqual([undefined, undefined, undefined]);
  });
});

describe("unitRoot", () => {
  it.each([1, 2, 3, 7, 12, 100, 127])("is e^(2πi k/%i)", (n) => {
    for (let k = -n; k < 2 * n; k++) {
      const [re, im] = unitRoot(k, n);
      expect(Math.abs(re - Math.cos((2 * Math.PI * k) / n))).toBeLessThan(4e-15);
      expect(Math.abs(im - Math.sin((2 * Math.PI * k) / n))).toBeLessThan(4e-15);
    }
  });

  it("is exact on the axes and the diagonals", () => {
    const diagonal = Math.SQRT1_2;
    expect([0, 1, 2, 3].map((k) => unitRoot(k, 4).map((part) => part + 0))).toEqual([
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ]);
    expect(unitRoot(3, 8)).toEqual([-diagonal, diagonal]);
  });

  it.each([24, 27, 40])("mirrors to the last bit on a circle of %i", (n) => {
    for (let k = 1; k < n; k++) {
      const [re, im] = unitRoot(k, n);
      expect(unitRoot(n - k, n).map(Math.abs)).toEqual([re, im].map(Math.abs));
      expect(unitRoot(n - k, n)[1] + im).toBe(0);
      if (n % 4 === 0) expect(unitRoot(n / 4 - k, n).map(Math.abs)).toEqual([im, re].map(Math.abs));
    }
  });
});
