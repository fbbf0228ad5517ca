const GROUP_FROM = 10_000;
const NARROW_SPACE = "\u202f";
const MINUS = "\u2212";

/** A whole number for a sentence: 4 001 024 in groups of three, with a true minus. */
export function inWords(value: number): string {
  const digits = String(Math.abs(value));
  const grouped = Math.abs(value) < GROUP_FROM ? digits : digits.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE);
  return value < 0 ? MINUS + grouped : grouped;
}

/** A real number with fixed decimals and a true minus, for lengths in Å. */
export function withDecimals(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** A map value: four significant digits, plain or in powers of ten, with a true minus. */
export function asMapValue(value: number): string {
  const text = String(Number(Math.abs(value).toPrecision(4)));
  return value < 0 ? MINUS + text : text;
}

/** "1 byte", "2 bytes". */
export function counted(count: number, noun: string): string {
  return `${inWords(count)} ${noun}${count === 1 ? "" : "s"}`;
}
