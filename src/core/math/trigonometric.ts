import { add, type DoubleDouble, divide, twoSum } from "./double-double.ts";
import { binaryExponent, scaleByPowerOfTwo } from "./float-bits.ts";

/** Largest |x| of {@link sin} and {@link cos}: 2²⁰ quarter turns, where n·(π/2) in parts of 33 bits is still exact. */
export const LARGEST_ANGLE = 1647099;

const TWO_OVER_PI = 0.6366197723675814;
/** π/2 in three parts of 33 bits and a rest: 2⁻¹⁵² in all. */
const HALF_PI_1 = 1.5707963267341256;
const HALF_PI_2 = 6.077100506303966e-11;
const HALF_PI_3 = 2.0222662487111665e-21;
const HALF_PI_REST = 8.4784276603689e-32;

const ZERO: DoubleDouble = { hi: 0, lo: 0 };
const ARCTAN_HALF: DoubleDouble = { hi: 0.4636476090008061, lo: 2.2698777452961687e-17 };
const PI: DoubleDouble = { hi: Math.PI, lo: 1.2246467991473532e-16 };
const HALF_PI: DoubleDouble = { hi: PI.hi / 2, lo: PI.lo / 2 };
const QUARTER_PI: DoubleDouble = { hi: PI.hi / 4, lo: PI.lo / 4 };

/** Below 2⁻²⁸ an arctangent is its argument to the last bit. */
const SMALL_RATIO = 3.725290298461914e-9;

/**
 * Sine of x in radians, within 1 ulp of Math.sin, the same bits on every engine. NaN for NaN and ±∞.
 * Throws a RangeError above {@link LARGEST_ANGLE} in magnitude: reduce such an angle before.
 */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  if (x === 0) return x;
  const { turns, angle } = reduceAngle(x);
  const magnitude = turns & 1 ? cosineNearZero(angle) : sineNearZero(angle);
  return turns & 2 ? -magnitude : magnitude;
}

/** Cosine of x in radians; accuracy, range and errors of {@link sin}. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return Number.NaN;
  const { turns, angle } = reduceAngle(x);
  const magnitude = turns & 1 ? sineNearZero(angle) : cosineNearZero(angle);
  return (turns + 1) & 2 ? -magnitude : magnitude;
}

/**
 * Angle of the point (x, y) in radians, −π to π, with every special case of Math.atan2 (signed zeros, infinities, NaN),
 * within 1 ulp of it and the same bits on every engine.
 * The smaller coordinate over the larger, reduced by the arctangents of 0, ½ or 1, then the Taylor series.
 */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const along = Math.abs(x);
  const across = Math.abs(y);
  const steep = across > along;
  const toNearestAxis = steep ? arctanOfRatio(along, across) : arctanOfRatio(across, along);
  const fromAxis = steep ? add(HALF_PI, negate(toNearestAxis)) : toNearestAxis;
  const angle = isNegative(x) ? add(PI, negate(fromAxis)).hi : fromAxis.hi;
  return isNegative(y) ? -angle : angle;
}

/** x = turns·π/2 + angle, |angle| ≤ π/4 to a rounding; exact but for 2⁻¹⁰⁰ because each product has at most 53 bits. */
function reduceAngle(x: number): { turns: number; angle: DoubleDouble } {
  if (Math.abs(x) > LARGEST_ANGLE) {
    throw new RangeError(`The angle ${x} rad is beyond ±${LARGEST_ANGLE}: reduce it by whole turns first.`);
  }
  const turns = Math.round(x * TWO_OVER_PI);
  if (turns === 0) return { turns, angle: { hi: x, lo: 0 } };
  const first = twoSum(x - turns * HALF_PI_1, -turns * HALF_PI_2);
  const second = twoSum(first.hi, -turns * HALF_PI_3);
  return { turns, angle: twoSum(second.hi, first.lo + second.lo - turns * HALF_PI_REST) };
}

/** sin(hi + lo) for |hi| ≤ π/4: Taylor to hi¹⁹, and lo by its first order. */
function sineNearZero({ hi, lo }: DoubleDouble): number {
  const z = hi * hi;
  let sum = 1;
  for (let n = 18; n >= 4; n -= 2) sum = 1 - (sum * z) / (n * (n + 1));
  return hi + (lo * (1 - 0.5 * z) - (hi * z * sum) / 6);
}

/** cos(hi + lo) for |hi| ≤ π/4: Taylor to hi¹⁸; hi²/2 is kept in two parts, since it may take half of the leading 1. */
function cosineNearZero({ hi, lo }: DoubleDouble): number {
  const z = hi * hi;
  let sum = 1;
  for (let n = 17; n >= 5; n -= 2) sum = 1 - (sum * z) / (n * (n + 1));
  const short = Math.fround(hi);
  const halfSquare = 0.5 * short * short;
  const halfSquareRest = 0.5 * (hi - short) * (hi + short);
  const leading = 1 - halfSquare;
  const rest = 1 - leading - halfSquare;
  return leading + (rest - halfSquareRest - hi * lo + (z * z * sum) / 24);
}

/** arctan(small/large) for 0 ≤ small ≤ large, both 0 and both ∞ allowed; hi alone is the rounded result. */
function arctanOfRatio(small: number, large: number): DoubleDouble {
  if (small === 0) return ZERO;
  if (small === large) return QUARTER_PI;
  const ratio = small / large;
  if (ratio < SMALL_RATIO) return { hi: ratio, lo: 0 };
  // Scaled near 1, the products below neither overflow nor lose bits.
  const shift = binaryExponent(large);
  const y = scaleByPowerOfTwo(small, -shift);
  const x = scaleByPowerOfTwo(large, -shift);
  if (ratio < 0.25) return arctanSeries(divide({ hi: y, lo: 0 }, { hi: x, lo: 0 }), ZERO);
  if (ratio < 0.75) return arctanSeries(divide({ hi: y - 0.5 * x, lo: 0 }, twoSum(x, 0.5 * y)), ARCTAN_HALF);
  return arctanSeries(divide({ hi: y - x, lo: 0 }, twoSum(x, y)), QUARTER_PI);
}

/** base + arctan(u), |u| ≤ ¼; the first term left out of the series is below 2⁻⁶⁰. */
function arctanSeries(u: DoubleDouble, base: DoubleDouble): DoubleDouble {
  const z = u.hi * u.hi;
  let sum = 0;
  for (let n = 29; n >= 3; n -= 2) sum = 1 / n - sum * z;
  return add(base, twoSum(u.hi, u.lo - u.hi * z * sum));
}

function negate(x: DoubleDouble): DoubleDouble {
  return { hi: -x.hi, lo: -x.lo };
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}
