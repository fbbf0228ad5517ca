import { add, type DoubleDouble, divide, multiply, twoProduct, twoSum } from "./double-double.ts";
import { scaleByPowerOfTwo, splitAroundOne } from "./float-bits.ts";

/** ln 2 in two parts; the first has 32 bits, so that its product with a binary exponent is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** ln 2 and 1/3 to 106 bits. */
const LN2: DoubleDouble = { hi: Math.LN2, lo: 2.3190468138462996e-17 };
const THIRD: DoubleDouble = { hi: 1 / 3, lo: 1.850371707708594e-17 };

/** Beyond these every result is 0 or ∞. */
const UNDERFLOW = -745.2;
const OVERFLOW = 709.8;

/**
 * e^x, within 1 ulp of Math.exp for all x (½ ulp in a subnormal result is of that subnormal), the same bits on every
 * engine. x = k ln 2 + r, |r| ≤ ½ ln 2, and the Taylor series of e^r to r¹⁴.
 */
export function exp(x: number): number {
  return expOfSum(x, 0);
}

/**
 * Natural logarithm, within 1 ulp of Math.log, the same bits on every engine; log(0) = −∞, NaN below 0.
 * x = 2^k·m with m in [√½, √2), s = (m − 1)/(m + 1), ln m = 2 artanh s.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const { fraction, exponent } = splitAroundOne(x);
  const f = fraction - 1;
  const s = f / (2 + f);
  const halfSquare = 0.5 * f * f;
  // 2s = f − s·f and s·f = f²/2 − s·f²/2, which leaves f, exact, as the leading term.
  const correction = s * (halfSquare + artanhTail(s * s));
  const leading = twoSum(exponent * LN2_HIGH, f);
  return leading.hi + (leading.lo + (correction + exponent * LN2_LOW - halfSquare));
}

/**
 * x^y with every special case of Math.pow (x^0 = 1, (±1)^±∞ = NaN, odd integers keep the sign), within 1 ulp of it and
 * the same bits on every engine: exp(y·log x), the logarithm and the product in double-double.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const magnitude = powOfMagnitude(Math.abs(x), y);
  const negative = x < 0 || Object.is(x, -0);
  if (!negative || !Number.isFinite(y)) return magnitude;
  if (y % 1 === 0) return y % 2 === 0 ? magnitude : -magnitude;
  return x === 0 || x === -Infinity ? magnitude : Number.NaN;
}

function powOfMagnitude(x: number, y: number): number {
  if (x === 1) return Number.isFinite(y) ? 1 : Number.NaN;
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (!Number.isFinite(y)) return x > 1 === y > 0 ? Infinity : 0;
  const logarithm = logToDoubleDouble(x);
  const estimate = logarithm.hi * y;
  if (estimate > OVERFLOW) return Infinity;
  if (estimate < UNDERFLOW) return 0;
  // Below this the result is 1 whatever the last bits are, and the exact product could underflow.
  if (Math.abs(estimate) < 1e-20) return 1;
  const product = multiply(logarithm, { hi: y, lo: 0 });
  return expOfSum(product.hi, product.lo);
}

/** e^(x + tail), |tail| ≤ ulp(x). */
function expOfSum(x: number, tail: number): number {
  if (Number.isNaN(x)) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  const k = Math.round(x * Math.LOG2E);
  const reduced = twoSum(x - k * LN2_HIGH, tail - k * LN2_LOW);
  const r = reduced.hi;
  const one = twoSum(1, r);
  return scaleByPowerOfTwo(one.hi + (one.lo + (reduced.lo * (1 + r) + r * r * expTail(r))), k);
}

/** (e^r − 1 − r)/r² = Σ r^n/(n + 2)!, |r| ≤ ½ ln 2; the first term left out is below 2⁻⁶². */
function expTail(r: number): number {
  let sum = 1;
  for (let n = 14; n >= 3; n--) sum = 1 + (sum * r) / n;
  return 0.5 * sum;
}

/** 2(z/3 + z²/5 + z³/7 + …) = 2 artanh(s)/s − 2 with z = s² ≤ 0.0295. */
function artanhTail(z: number): number {
  let sum = 0;
  for (let n = 25; n >= 3; n -= 2) sum = sum * z + 2 / n;
  return sum * z;
}

/** ln x of a positive finite x to about 2⁻⁶⁵ of its value: the two leading terms of artanh are kept in double-double. */
function logToDoubleDouble(x: number): DoubleDouble {
  const { fraction, exponent } = splitAroundOne(x);
  const s = divide({ hi: fraction - 1, lo: 0 }, twoSum(fraction, 1));
  const z = multiply(s, s);
  let sum = 0;
  for (let n = 25; n >= 5; n -= 2) sum = sum * z.hi + 1 / n;
  const cubic = multiply(z, add(THIRD, twoProduct(sum, z.hi)));
  const series = multiply({ hi: 2 * s.hi, lo: 2 * s.lo }, add({ hi: 1, lo: 0 }, cubic));
  return add(multiply(LN2, { hi: exponent, lo: 0 }), series);
}
