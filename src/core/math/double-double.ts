/**
 * A number kept as the unevaluated sum hi + lo, |lo| ≤ ulp(hi)/2: about 106 bits.
 * Source: T. J. Dekker, Numer. Math. 18 (1971) 224; D. E. Knuth, TAOCP 2, § 4.2.2.
 */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** 2²⁷ + 1 splits 53 bits in two halves whose products are exact. */
const SPLITTER = 134217729;

/** a + b without error. */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const bPart = hi - a;
  return { hi, lo: a - (hi - bPart) + (b - bPart) };
}

/** a·b without error, for |a|, |b| < 2⁹⁹⁶ and a product far from underflow. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const aScaled = a * SPLITTER;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = b * SPLITTER;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return { hi, lo: aLow * bLow - (hi - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** a + b to about 2⁻¹⁰⁴ relative, unless they cancel. */
export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a.hi, b.hi);
  return twoSum(high.hi, high.lo + (a.lo + b.lo));
}

/** a·b to about 2⁻¹⁰² relative. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoProduct(a.hi, b.hi);
  return twoSum(high.hi, high.lo + (a.hi * b.lo + a.lo * b.hi));
}

/** a/b to about 2⁻¹⁰² relative. */
export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const quotient = a.hi / b.hi;
  const product = twoProduct(quotient, b.hi);
  const rest = a.hi - product.hi - product.lo + a.lo - quotient * b.lo;
  return twoSum(quotient, rest / b.hi);
}
