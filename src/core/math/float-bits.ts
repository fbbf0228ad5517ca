/** Scratch for looking at the bits of a float64; WebAssembly hosts are little-endian, so the high word is at index 1. */
const scratch = new Float64Array(1);
const words = new Int32Array(scratch.buffer);

/** 1.5 as a high word, the middle of the binary exponent used to centre fractions on 1. */
const SQRT_HALF_HIGH_WORD = 0x3fe6a09e;
const TWO_54 = 18014398509481984;

/** 2^k, exact for −1022 ≤ k ≤ 1023. */
function powerOfTwo(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return scratch[0]!;
}

/** x·2^k, rounded once unless the result is subnormal; k is an integer, |k| ≤ 2100. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return scaleByPowerOfTwo(x * powerOfTwo(1023), k - 1023);
  if (k < -1022) return scaleByPowerOfTwo(x * powerOfTwo(-969), k + 969);
  return x * powerOfTwo(k);
}

/** A positive number as fraction·2^exponent with fraction in about [√½, √2). */
export interface CentredFraction {
  readonly fraction: number;
  readonly exponent: number;
}

/**
 * Splits a positive finite x, subnormals included, as x = fraction·2^exponent, exactly, with the fraction as near to 1
 * as a power of two allows (the cut is at √½ to 20 bits).
 */
export function splitAroundOne(x: number): CentredFraction {
  const subnormal = x < 2.2250738585072014e-308;
  scratch[0] = subnormal ? x * TWO_54 : x;
  const exponent = ((words[1]! - SQRT_HALF_HIGH_WORD) >> 20) + (subnormal ? -54 : 0);
  words[1] = words[1]! - (((words[1]! - SQRT_HALF_HIGH_WORD) >> 20) << 20);
  return { fraction: scratch[0]!, exponent };
}

/** ⌊log₂|x|⌋ of a finite normal x ≠ 0. */
export function binaryExponent(x: number): number {
  scratch[0] = x;
  return ((words[1]! >> 20) & 0x7ff) - 1023;
}
