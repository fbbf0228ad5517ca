import { formatFixed } from "../../src/core/format/printf.ts";

/** A number to this many significant digits, ties to even, without trailing zeros: as C++ streams print it, but for the exponent. */
export function formatSignificant(value: number, digits = 6): string {
  const exponent = Number(value.toExponential(digits - 1).split("e")[1]);
  const decimals = digits - 1 - exponent;
  // toPrecision rounds ties away from zero; of numbers with all their digits before the point there are none here.
  return String(Number(decimals < 0 ? value.toPrecision(digits) : formatFixed(value, decimals)));
}
