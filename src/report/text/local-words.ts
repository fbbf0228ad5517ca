import { formatDecimal, formatQuantity } from "../../core/format/numbers.ts";
import type { LocalSurfaceName } from "../figures.ts";

interface LocalWords {
  readonly quantity: string;
  readonly unit: string;
  /** From the volume's unit to this one. */
  readonly factor: number;
  /** As many as a value's own error bears. */
  readonly decimals: number;
  /** As many as tell the edges of a histogram's bins apart. */
  readonly edgeDecimals: number;
}

/** How local measurements are spoken of wherever they are drawn; tables of numbers have decimals of their own. */
export const LOCAL_WORDS: Readonly<Record<LocalSurfaceName, LocalWords>> = {
  localBFactor: { quantity: "local B-factor", unit: "Å²", factor: 1, decimals: 0, edgeDecimals: 0 },
  localOccupancy: { quantity: "local occupancy", unit: "%", factor: 100, decimals: 0, edgeDecimals: 0 },
  localResolution: { quantity: "local resolution", unit: "Å", factor: 1, decimals: 1, edgeDecimals: 2 },
};

/** A value with its unit: "−402 Å²", "62 %", "3.4 Å". @param value in the volume's unit */
export function formatLocal(name: LocalSurfaceName, value: number | null): string {
  const { unit, factor, decimals } = LOCAL_WORDS[name];
  return formatQuantity(value === null ? null : factor * value, unit, { decimals });
}

/** The edge of a histogram's bin, with its unit: "3.41 Å". @param edge in the volume's unit */
export function formatLocalEdge(name: LocalSurfaceName, edge: number): string {
  const { unit, factor, edgeDecimals } = LOCAL_WORDS[name];
  return formatQuantity(factor * edge, unit, { decimals: edgeDecimals });
}

/** A value without its unit: "−402", "62", "3.4". @param value in the volume's unit */
export function formatLocalNumber(name: LocalSurfaceName, value: number): string {
  const { factor, decimals } = LOCAL_WORDS[name];
  return formatDecimal(factor * value, decimals);
}
