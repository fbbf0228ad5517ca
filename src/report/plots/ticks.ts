/** Where an axis is labelled, and how. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const STEPS = [1, 2, 5, 10];

/**
 * Round values inside `[low, high]`, a step of 1, 2 or 5 times a power of ten apart, at most `most` of them.
 * Labels carry the digits of the step and a true minus.
 */
export function linearTicks(low: number, high: number, most: number): Tick[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const { step, digits } = roundStep(span / most);
  const ticks: Tick[] = [];
  for (let i = Math.ceil(low / step); i * step <= high + 1e-9 * span; i++) {
    ticks.push({ value: i * step, label: label(i * step, digits) });
  }
  return ticks;
}

/** The least power of ten that a logarithmic axis is labelled with. */
const LEAST_DECADE = -12;

/** The powers of ten inside `[low, high]`: … "10⁻²", "0.1", "1", "10", "10²" … */
export function decadeTicks(low: number, high: number): Tick[] {
  const ticks: Tick[] = [];
  for (let exponent = LEAST_DECADE; powerOfTen(exponent) <= high; exponent++) {
    const value = powerOfTen(exponent);
    if (value >= low)
      ticks.push({ value, label: Math.abs(exponent) < 2 ? String(value) : `10${superscript(exponent)}` });
  }
  return ticks;
}

/** The least step of 1, 2 or 5 times a power of ten that is not below `least`, and its decimals. */
function roundStep(least: number): { step: number; digits: number } {
  let power = 0;
  while (powerOfTen(power) < least) power++;
  while (powerOfTen(power - 1) >= least) power--;
  const below = powerOfTen(power - 1);
  const factor = STEPS.find((f) => f * below >= least) ?? 10;
  const decimals = factor === 10 ? -power : 1 - power;
  return { step: factor * below, digits: Math.max(0, decimals) };
}

function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}

function label(value: number, digits: number): string {
  const figures = Math.abs(value).toFixed(Math.min(digits, 12));
  return value < 0 && Number(figures) !== 0 ? `−${figures}` : figures;
}

function superscript(exponent: number): string {
  return Array.from(String(exponent), (digit) => (digit === "-" ? "⁻" : SUPERSCRIPTS[Number(digit)])).join("");
}
