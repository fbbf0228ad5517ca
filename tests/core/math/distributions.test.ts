import { describe, expect, test } from "vitest";
import { GAUSSIAN_BEYOND_5_SIGMA, normalTail, studentTwoSided } from "../../../src/core/math/distributions.ts";

/** t, degrees of freedom, 2 * scipy.stats.t.sf(t, dof) (scipy 1.10.1). */
const STUDENT: readonly (readonly [number, number, number])[] = [
  [1e-6, 1, 0.9999993633802277],
  [0.7, 1, 0.6111997755715706],
  [1.7321, 1, 0.33332550428152397],
  [1.8, 1, 0.3228289344341903],
  [3.2905, 1, 0.1878255397592793],
  [12, 1, 0.05292935211917974],
  [772, 1, 0.0008246365496205365],
  [1e-6, 1.5, 0.9999993185300374],
  [0.7, 1.5, 0.5764382408826868],
  [1.7321, 1.5, 0.265035360279831],
  [1.8, 1.5, 0.2536892869878742],
  [3.2905, 1.5, 0.11781143267882838],
  [12, 1.5, 0.018042029274027864],
  [772, 1.5, 3.515952480021234e-5],
  [1e-6, 2, 0.9999992928932189],
  [0.7, 2, 0.5563930246328654],
  [1.7321, 2, 0.22539453117384795],
  [1.8, 2, 0.21366634900506573],
  [3.2905, 2, 0.08125975395960575],
  [12, 2, 0.00687293367715846],
  [772, 2, 1.6778931702209262e-6],
  [1e-6, 3, 0.9999992648948062],
  [0.7, 3, 0.5343269983047636],
  [1.7321, 3, 0.18168107367005856],
  [1.8, 3, 0.16967992890125816],
  [3.2905, 3, 0.046060696437164254],
  [12, 3, 0.001245015800789336],
  [772, 3, 4.793097039498836e-9],
  [1e-6, 7.25, 0.9999992290772752],
  [0.7, 7.25, 0.5057622030824607],
  [1.7321, 7.25, 0.125383833317551],
  [1.8, 7.25, 0.11341614747492511],
  [3.2905, 7.25, 0.012646429211307257],
  [12, 7.25, 4.813919452904747e-6],
  [772, 7.25, 4.368422246419581e-19],
  [1e-6, 39, 0.9999992072131693],
  [0.7, 39, 0.4880821423676621],
  [1.7321, 39, 0.09115923598064242],
  [1.8, 39, 0.0795997548249359],
  [3.2905, 39, 0.0021277675966849333],
  [12, 39, 1.1502881956646499e-14],
  [772, 39, 3.2491413436456908e-83],
  [1e-6, 64.5, 0.999999205201906],
  [0.7, 64.5, 0.4864444844587791],
  [1.7321, 64.5, 0.08803578224731105],
  [1.8, 64.5, 0.07653729260867469],
  [3.2905, 64.5, 0.0016236502276170395],
  [12, 64.5, 4.366163668775599e-18],
  [772, 64.5, 1.2617373788628207e-129],
  [1e-6, 1000.3, 0.9999992023148256],
  [0.7, 1000.3, 0.4840900651736503],
  [1.7321, 1000.3, 0.08356402283168689],
  [1.8, 1000.3, 0.07216184909897302],
  [3.2905, 1000.3, 0.0010350273460123316],
  [12, 1000.3, 4.318366509475346e-31],
  [772, 1000.3, 0.0],
  [1e-6, 3600000.0, 0.9999992021154946],
  [0.7, 3600000.0, 0.48392734967959594],
  [1.7321, 3600000.0, 0.08325584485886521],
  [1.8, 3600000.0, 0.0718607219130214],
  [3.2905, 3600000.0, 0.0010001046251644182],
  [12, 3600000.0, 3.558154968382218e-33],
  [772, 3600000.0, 0.0],
  [1e-6, 1000000000.0, 0.9999992021154394],
  [0.7, 1000000000.0, 0.4839273046089855],
  [1.7321, 1000000000.0, 0.08325575951269949],
  [1.8, 1000000000.0, 0.07186063852712557],
  [3.2905, 1000000000.0, 0.001000095052662978],
  [12, 1000000000.0, 3.552982897741076e-33],
  [772, 1000000000.0, 0.0],
];

describe("studentTwoSided", () => {
  test.each(STUDENT)("t = %d, ν = %d", (t, dof, expected) => {
    const p = studentTwoSided(t, dof);
    expect(Math.abs(p - expected)).toBeLessThan(1e-13);
    // In the tail scipy itself loses figures for large ν.
    expect(Math.abs(p - expected)).toBeLessThanOrEqual(1e-9 * expected);
  });

  test("closed forms for ν = 1 and ν = 2", () => {
    for (let t = 0.01; t < 1e5; t *= 1.7) {
      expect(studentTwoSided(t, 1)).toBeCloseTo((2 / Math.PI) * Math.atan(1 / t), 14);
      expect(studentTwoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
    }
  });

  test("meets without a step where series and continued fraction join", () => {
    for (const dof of [1, 3.5, 100, 1e5, 1e9]) {
      const join = Math.sqrt(1.5 / (dof / 2 + 1)) * Math.sqrt(dof);
      const [before, after] = [studentTwoSided(join * (1 - 1e-9), dof), studentTwoSided(join * (1 + 1e-9), dof)];
      expect(before).toBeGreaterThan(after);
      expect(before - after).toBeLessThan(2e-9);
    }
  });

  test("tends to the normal distribution, ignores the sign, and has its ends", () => {
    expect(studentTwoSided(1.96, 1e12)).toBeCloseTo(2 * normalTail(1.96), 11);
    expect(studentTwoSided(1.96, Infinity)).toBe(2 * normalTail(1.96));
    expect(studentTwoSided(-2.5, 30)).toBe(studentTwoSided(2.5, 30));
    expect(studentTwoSided(0, 30)).toBe(1);
    expect(studentTwoSided(Infinity, 30)).toBe(0);
    expect(studentTwoSided(Number.NaN, 30)).toBeNaN();
    expect(studentTwoSided(1, 0)).toBeNaN();
  });
});

/** z, scipy.stats.norm.sf(z) (scipy 1.10.1). */
const NORMAL = [
  [-1.5, 0.9331927987311419],
  [0, 0.5],
  [0.5, 0.3085375387259869],
  [2.4999, 0.006211418374944587],
  [2.5001, 0.006207912714815193],
  [5, 2.866515718791933e-7],
  [8.25, 7.919726314642476e-17],
  [37, 5.7255712225239266e-300],
] as const;

describe("normalTail", () => {
  test.each(NORMAL)("z = %d", (z, expected) => {
    expect(Math.abs(normalTail(z) / expected - 1)).toBeLessThan(2e-13);
  });

  test("the share beyond 5σ is twice the tail at 5", () => {
    expect(Math.abs((2 * normalTail(5)) / GAUSSIAN_BEYOND_5_SIGMA - 1)).toBeLessThan(1e-14);
  });
});
