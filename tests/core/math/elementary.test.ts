import { describe, expect, test } from "vitest";
import { atan2, cos, exp, LARGEST_ANGLE, log, pow, sin } from "../../../src/core/math/elementary.ts";
import { seededRandom } from "../../support/random.ts";

const EDGES = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  3,
  -3,
  1e-5,
  5e-324,
  -5e-324,
  1e-310,
  2.2250738585072014e-308,
  1.7976931348623157e308,
  -1.7976931348623157e308,
  1e300,
  -1e300,
  709.78,
  709.79,
  -708.4,
  -744.5,
  -745.1,
  -745.14,
  -746,
  1 - 2 ** -53,
  1 + 2 ** -52,
  Math.SQRT1_2,
  Math.SQRT2,
  Math.E,
  Math.PI,
  Math.PI / 2,
  Math.PI / 4,
  Infinity,
  -Infinity,
  Number.NaN,
];

const bits = new DataView(new ArrayBuffer(8));

/** Position of a number among all float64, so that neighbours differ by one and −0 equals 0. */
function rank(x: number): bigint {
  bits.setFloat64(0, x);
  const raw = bits.getBigInt64(0);
  return raw < 0n ? -(raw & 0x7fffffffffffffffn) : raw;
}

function ulps(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Infinity;
  const distance = rank(a) - rank(b);
  return Number(distance < 0n ? -distance : distance);
}

function worst<Arguments extends readonly number[]>(
  ours: (...x: Arguments) => number,
  theirs: (...x: Arguments) => number,
  samples: Iterable<Arguments>,
): { ulps: number; at: Arguments | null } {
  let result: { ulps: number; at: Arguments | null } = { ulps: 0, at: null };
  for (const x of samples) {
    const distance = ulps(ours(...x), theirs(...x));
    if (distance > result.ulps) result = { ulps: distance, at: x };
  }
  return result;
}

function* uniform(low: number, high: number, count: number): Generator<[number]> {
  const random = seededRandom(7);
  // Two draws make a full mantissa.
  for (let i = 0; i < count; i++) yield [low + (high - low) * (random() + 0.5 + random() * 2 ** -32)];
}

/** Magnitudes spread evenly over the exponents, both signs. */
function* logarithmic(lowExponent: number, highExponent: number, count: number): Generator<[number]> {
  const random = seededRandom(11);
  for (let i = 0; i < count; i++) {
    const exponent = Math.floor(lowExponent + (highExponent - lowExponent) * (random() + 0.5));
    yield [(random() < 0 ? -1 : 1) * (1.5 + random()) * 2 ** exponent];
  }
}

function* pairs(a: Iterable<[number]>, b: Iterable<[number]>): Generator<[number, number]> {
  const second = b[Symbol.iterator]();
  for (const [x] of a) {
    const next = second.next();
    if (next.done) return;
    yield [x, next.value[0]];
  }
}

function* edges(): Generator<[number]> {
  for (const x of EDGES) yield [x];
}

function* edgePairs(): Generator<[number, number]> {
  for (const x of EDGES) for (const y of EDGES) yield [x, y];
}

describe("within one ulp of Math", () => {
  test.each([
    ["exp, results from 0 to ∞", exp, Math.exp, () => uniform(-746, 711, 100_000)],
    ["exp near 0", exp, Math.exp, () => logarithmic(-60, 2, 100_000)],
    ["exp, edges", exp, Math.exp, edges],
    ["log, all magnitudes", log, Math.log, () => logarithmic(-1074, 1023, 100_000)],
    ["log near 1", log, Math.log, () => uniform(0.5, 2, 100_000)],
    ["log, edges", log, Math.log, edges],
    ["sin, a few turns", sin, Math.sin, () => uniform(-20, 20, 100_000)],
    ["sin, large", sin, Math.sin, () => uniform(-LARGEST_ANGLE, LARGEST_ANGLE, 100_000)],
    ["sin, small", sin, Math.sin, () => logarithmic(-1074, 3, 50_000)],
    ["cos, a few turns", cos, Math.cos, () => uniform(-20, 20, 100_000)],
    ["cos, large", cos, Math.cos, () => uniform(-LARGEST_ANGLE, LARGEST_ANGLE, 100_000)],
    ["cos, small", cos, Math.cos, () => logarithmic(-1074, 3, 50_000)],
  ] as const)("%s", (_, ours, theirs, samples) => {
    expect(worst(ours, theirs, samples()).ulps).toBeLessThanOrEqual(1);
  });

  test("sin and cos next to multiples of π/2, where bits cancel", () => {
    const near = Array.from({ length: 50_000 }, (_, n): [number] => [n * 20 * (Math.PI / 2)]);
    expect(worst(sin, Math.sin, near).ulps).toBeLessThanOrEqual(1);
    expect(worst(cos, Math.cos, near).ulps).toBeLessThanOrEqual(1);
  });

  test("atan2 over the plane, over all magnitudes, and on its edges", () => {
    expect(
      worst(atan2, Math.atan2, pairs(uniform(-1, 1, 100_000), logarithmic(-3, 3, 100_000))).ulps,
    ).toBeLessThanOrEqual(1);
    expect(
      worst(atan2, Math.atan2, pairs(logarithmic(-1074, 1023, 50_000), uniform(-9, 9, 50_000))).ulps,
    ).toBeLessThanOrEqual(1);
    expect(worst(atan2, Math.atan2, edgePairs()).ulps).toBeLessThanOrEqual(1);
  });

  test("pow over moderate and extreme arguments, and on its edges", () => {
    expect(worst(pow, Math.pow, pairs(uniform(0, 20, 100_000), uniform(-40, 40, 100_000))).ulps).toBeLessThanOrEqual(1);
    expect(
      worst(pow, Math.pow, pairs(uniform(0.9, 1.1, 100_000), logarithmic(0, 13, 100_000))).ulps,
    ).toBeLessThanOrEqual(1);
    expect(worst(pow, Math.pow, edgePairs()).ulps).toBeLessThanOrEqual(1);
  });
});

describe("exactly", () => {
  test("signs of zero follow Math", () => {
    const zeros = (f: (x: number) => number) => [f(0), f(-0)];
    expect(zeros(sin)).toEqual([0, -0]);
    for (const [y, x] of edgePairs()) expect(Object.is(atan2(y, x), -0)).toBe(Object.is(Math.atan2(y, x), -0));
    for (const [x, y] of edgePairs()) expect(Object.is(pow(x, y), -0)).toBe(Object.is(x ** y, -0));
  });

  test("whole powers that fit in 53 bits", () => {
    for (let n = 0; n <= 15; n++) expect(pow(10, n)).toBe(Number(10n ** BigInt(n)));
    for (let n = 0; n <= 33; n++) expect(pow(3, n)).toBe(Number(3n ** BigInt(n)));
    expect(pow(-2, 3)).toBe(-8);
    expect(pow(0.25, 0.5)).toBe(0.5);
  });

  test("angles beyond the range are refused", () => {
    expect(() => sin(1.7e6)).toThrow(RangeError);
    expect(() => cos(-1e9)).toThrow(RangeError);
  });
});

/** Correctly rounded values from 60-digit decimal arithmetic (Python 3 decimal), not from any engine. */
test("reference values", () => {
  expect([exp(2), exp(-0.5), exp(10)]).toEqual([7.38905609893065, 0.6065306597126334, 22026.465794806718]);
  expect([log(3), log(7)]).toEqual([1.0986122886681098, 1.9459101490553132]);
  expect([sin(1), cos(1), sin(3)]).toEqual([0.8414709848078965, 0.5403023058681398, 0.1411200080598672]);
  expect([pow(1.1, 0.3), pow(1.1, 1234.5)]).toEqual([1.029005759421095, 1.256810579514875e51]);
});
