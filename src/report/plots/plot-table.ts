import { csvText } from "../csv.ts";
import type { PlotCurve, PlotSpec } from "./plot.ts";

/** A plot's own numbers, unrounded; `null` where a curve has a gap. */
export interface PlotTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

/** The numbers that a plot draws: a row a bin, or a row for each abscissa with a column for each curve. */
export function plotTable({ x, y, curves, bins, spread }: PlotSpec): PlotTable {
  if (bins) {
    const { edges, counts } = bins;
    const rows = counts.map((count, i) => [edges[i]!, edges[i + 1]!, count]);
    return { head: [`${x.label}, from`, `${x.label}, to`, y.label], rows };
  }
  const abscissae = [...new Set(curves.flatMap((curve) => curve.x))].sort((a, b) => a - b);
  const columns = curves.map(valuesByX);
  const edges = spread ? [spread.low, spread.high].map((values) => valuesByX({ x: spread.x, y: values })) : [];
  return {
    head: [
      x.label,
      ...curves.map(({ name }) => (curves.length === 1 ? y.label : `${y.label}, ${name}`)),
      ...(spread ? [`${spread.name}, low`, `${spread.name}, high`] : []),
    ],
    rows: abscissae.map((at) => [at, ...[...columns, ...edges].map((column) => column.get(at) ?? null)]),
  };
}

/**
 * A plot's numbers as CSV (RFC 4180, lines ended by a line feed): digits enough to read back the same number, a point
 * for decimals whatever the locale, nothing for a gap. Equal plots give equal bytes.
 */
export function plotCsv(spec: PlotSpec): string {
  const { head, rows } = plotTable(spec);
  return csvText([head, ...rows]);
}

function valuesByX({ x, y }: Pick<PlotCurve, "x" | "y">): Map<number, number | null> {
  return new Map(x.map((at, i) => [at, y[i] ?? null]));
}
