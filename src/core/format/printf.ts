/** C's way to write numbers (C17 § 7.21.6.1, as glibc does it): exact binary value, ties to even, no locale. */

const bits = new DataView(new ArrayBuffer(8));

/**
 * printf("%.{digits}f"), or "%{width}.{digits}f" with leading blanks: 3.125 → "3.12", where toFixed says "3.13".
 * NaN → "nan", ±∞ → "inf", "-inf"; negative zero keeps its sign. Any finite float64, digits 0 to 1100.
 */
export function formatFixed(value: number, digits: number, width = 0): string {
  return (notFinite(value) ?? sign(value) + placePoint(roundedDigits(value, digits), digits)).padStart(width);
}

/** What a value becomes on its way through an option of an Xmipp program: printed with %f, read into a 32-bit float. */
export function asXmippOption(value: number): number {
  return Number.isFinite(value) ? Math.fround(Number(formatFixed(value, 6))) : value;
}

function notFinite(value: number): string | undefined {
  if (Number.isNaN(value)) return "nan";
  if (Number.isFinite(value)) return undefined;
  return value > 0 ? "inf" : "-inf";
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? "-" : "";
}

/** |value|·10^decimals rounded to a whole number, ties to even. */
function roundedDigits(value: number, decimals: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = Math.max(biased, 1) - 1075;
  const numerator = mantissa * 10n ** BigInt(decimals) * 2n ** BigInt(Math.max(exponent, 0));
  const denominator = 2n ** BigInt(Math.max(-exponent, 0));
  return divideToEven(numerator, denominator);
}

function divideToEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twiceRest = 2n * (numerator - quotient * denominator);
  const up = twiceRest > denominator || (twiceRest === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** 1234 with two decimals is "12.34". */
function placePoint(figures: bigint, decimals: number): string {
  if (decimals === 0) return figures.toString();
  const text = figures.toString().padStart(decimals + 1, "0");
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
