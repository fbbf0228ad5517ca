import { exp, log } from "./elementary.ts";

/**
 * Probability that a Gaussian value lies more than five standard deviations from its mean, 2Φ(−5) = 2·{@link normalTail}(5).
 * This is the float64 VRS divides by; its last two figures differ from the exact 5.73303143758387…e-7 by 3e-15 of it.
 */
export const GAUSSIAN_BEYOND_5_SIGMA = 5.733031437583892e-7;

const SQRT_TWO_PI = 2.5066282746310002;
const RELATIVE_PRECISION = 1e-17;
/** Above this the continued fraction takes fewer terms than the series loses digits. */
const NORMAL_TAIL_BEGINS = 2.5;
/** From here on the asymptotic series of Γ(a + ½)/Γ(a) is good to 2⁻⁵³. */
const ASYMPTOTIC_FROM = 32;

/**
 * Upper tail of the standard normal distribution, 1 − Φ(z); relative accuracy about 1e-14 for z ≥ 0.
 * Series and continued fraction: Abramowitz & Stegun 26.2.11 and 26.2.14.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z < 0) return 1 - normalTail(-z);
  if (z > 39) return 0;
  const density = exp(-0.5 * z * z) / SQRT_TWO_PI;
  if (z < NORMAL_TAIL_BEGINS) return 0.5 - density * z * risingSeries((n) => (z * z) / (2 * n + 1));
  return density / continuedFraction(z, { numerator: (n) => n, denominator: () => z });
}

/**
 * Two-sided p value of Student's t, 2·(1 − F(|t|)) = I_x(ν/2, ½) with x = ν/(ν + t²), for any real ν > 0 degrees of
 * freedom (tested from 1 to 1e9). Absolute accuracy 1e-13; below 1e-300 it may be 0. NaN if t is NaN or ν is not positive.
 * Same as `2 * scipy.stats.t.sf(abs(t), dof)`. Near the centre by the series of 1 − I_y(½, ν/2), all of whose terms are
 * positive; in the tail by the continued fraction of Didonato & Morris, ACM TOMS 18 (1992) 360, eq. 9, which does not
 * cancel for large ν as the usual one does.
 */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return Number.NaN;
  if (t === 0) return 1;
  if (degreesOfFreedom === Infinity) return 2 * normalTail(Math.abs(t));
  const a = degreesOfFreedom / 2;
  const ratio = (t / degreesOfFreedom) * t;
  if (ratio === Infinity) return 0;
  const x = 1 / (1 + ratio);
  const y = ratio * x;
  // x^a·√y / B(a, ½); the logarithm of x is taken from t²/ν, which is exact where x itself rounds to 1.
  const density = (exp(-a * logOnePlus(ratio)) * Math.sqrt(y) * gammaHalfRatio(a)) / Math.sqrt(Math.PI);
  if (x > (a + 1) / (a + 2.5)) return 1 - 2 * density * risingSeries((n) => ((a + n - 0.5) * y) / (n + 0.5));
  return density / betaTailFraction(a, x, y);
}

/** ln(1 + z) for z ≥ 0 without loss at small z (W. Kahan's correction for the rounding of 1 + z). */
function logOnePlus(z: number): number {
  const sum = 1 + z;
  return sum === 1 ? z : (log(sum) * z) / (sum - 1);
}

/** Γ(a + ½)/Γ(a) for a > 0: recurrence up to a ≥ 32, then the asymptotic series (F. Tricomi & A. Erdélyi 1951). */
function gammaHalfRatio(a: number): number {
  let factor = 1;
  let b = a;
  for (; b < ASYMPTOTIC_FROM; b++) factor *= b / (b + 0.5);
  const u = 1 / (8 * b);
  // In powers of 1/(8b): 1 − u + u²/2 + 5u³/2 − 21u⁴/8 − 399u⁵/8 + 869u⁶/16 + 39325u⁷/16.
  const series = 1 - u * (1 - u * (0.5 + u * (2.5 - u * (2.625 + u * (49.875 - u * (54.3125 + u * 2457.8125))))));
  return factor * Math.sqrt(b) * series;
}

/** The even part of the continued fraction of I_x(a, ½), as density/fraction, with a·y − x/2 in place of a − (a + ½)x. */
function betaTailFraction(a: number, x: number, y: number): number {
  const b = 0.5;
  const lead = a * y - b * x + 1;
  const denominator = (n: number) =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (lead + n * (1 + y))) / (a + 2 * n + 1);
  const numerator = (n: number) => {
    const scale = a + 2 * n - 1;
    return ((((a + n - 1) / scale) * (a + b + n - 1)) / scale) * n * (b - n) * x * x;
  };
  return continuedFraction((a * lead) / (a + 1), { numerator, denominator });
}

/** 1 + r₁ + r₁r₂ + … for term ratios that are positive and end below one. */
function risingSeries(ratio: (n: number) => number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > RELATIVE_PRECISION * sum; n++) {
    term *= ratio(n);
    sum += term;
  }
  return sum;
}

/** first + a₁/(b₁ + a₂/(b₂ + …)) by the modified Lentz method (Thompson & Barnett, J. Comput. Phys. 64 (1986) 490). */
function continuedFraction(
  first: number,
  { numerator, denominator }: { numerator: (n: number) => number; denominator: (n: number) => number },
): number {
  let value = first;
  let c = first;
  let d = 0;
  for (let n = 1; n <= 10_000; n++) {
    d = 1 / (denominator(n) + numerator(n) * d);
    c = denominator(n) + numerator(n) / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}
