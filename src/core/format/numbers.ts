import { formatFixed } from "./printf.ts";

/**
 * Numbers as the page and the report show them: a true minus (U+2212), groups of three by a narrow no-break space
 * (U+202F) from 10 000 on, a no-break space (U+00A0) before the unit, always a decimal point, never the locale.
 * Rounding is {@link formatFixed}'s. A missing value (null or not finite) is an en dash, without unit.
 */
export const MISSING = "–";

const MINUS = "\u2212";
const GROUP = "\u202f";
const UNIT_SPACE = "\u00a0";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A value that may not have been measured. */
export type Measured = number | null;

/** With a fixed number of decimals and no unit: −1234.50, 12 345.7. What rounds to zero has no sign. */
export function formatDecimal(value: Measured, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return MISSING;
  const text = formatFixed(Math.abs(value), decimals);
  const negative = value < 0 && /[1-9]/.test(text);
  return (negative ? MINUS : "") + grouped(text);
}

/** {@link formatDecimal} followed by a unit. */
export function formatQuantity(value: Measured, unit: string, { decimals }: { decimals: number }): string {
  const text = formatDecimal(value, decimals);
  return text === MISSING ? text : text + UNIT_SPACE + unit;
}

/** A length in Å, two decimals unless told (a voxel size has three): 18.00 Å. */
export function formatLength(length: Measured, { decimals = 2 }: { decimals?: number } = {}): string {
  return formatQuantity(length, "Å", { decimals });
}

/** A value given in percent (not a fraction), one decimal unless told: 35.0 %. */
export function formatPercent(percent: Measured, { decimals = 1 }: { decimals?: number } = {}): string {
  return formatQuantity(percent, "%", { decimals });
}

/** A B-factor in Å² with its sign: whole, as rows show it (−358 Å²), or with two decimals for tables. */
export function formatBFactor(bFactor: Measured, { decimals = 0 }: { decimals?: number } = {}): string {
  return formatQuantity(bFactor, "Å²", { decimals });
}

/** A volume in Å³, whole unless told: 280 258 Å³. */
export function formatVolume(volume: Measured, { decimals = 0 }: { decimals?: number } = {}): string {
  return formatQuantity(volume, "Å³", { decimals });
}

/** A whole number without unit: 1000, 10 000. */
export function formatCount(count: Measured): string {
  return formatDecimal(count, 0);
}

/**
 * A contour level or other map value, whose scale is arbitrary: at least three decimals and three significant figures
 * (1.000, 0.600, 0.0185); below 10⁻³ three figures and a power of ten (3.2 × 10⁻⁵).
 */
export function formatLevel(level: Measured): string {
  if (level === null || !Number.isFinite(level)) return MISSING;
  if (level === 0) return formatDecimal(level, 3);
  const [figures = "", power = ""] = level.toExponential(2).split("e");
  const exponent = Number(power);
  if (exponent >= -3) return formatDecimal(level, Math.max(3, 2 - exponent));
  const factor = figures.replace("-", MINUS).replace(/\.?0+$/, "");
  return `${factor}${UNIT_SPACE}×${UNIT_SPACE}10${superscript(exponent)}`;
}

/** A p value: three decimals, or "< 0.001". */
export function formatP(p: Measured): string {
  if (p !== null && p < 0.001) return `<${UNIT_SPACE}0.001`;
  return formatDecimal(p, 3);
}

function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const groups = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, GROUP);
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join("");
  return exponent < 0 ? `⁻${digits}` : digits;
}
