import type { Percentiles } from "../../core/volume/distribution.ts";
import type { Table } from "./piece.ts";

/** Percentiles under the name of a reading or method. */
export interface PercentileRow {
  readonly name: string;
  readonly percentiles: Percentiles;
}

/** The five percentiles of one or more sets of values, a row each. */
export function percentileTable(
  rows: readonly PercentileRow[],
  { caption, format }: { caption: string; format: (value: number | null) => string },
): Table {
  const heads = ["2.5 %", "25 %", "Median", "75 %", "97.5 %"];
  const columns = [{ head: "Percentile", share: 1.2 }, ...heads.map((head) => ({ head, align: "right" as const }))];
  const cells = rows.map(({ name, percentiles: { p2_5, p25, p50, p75, p97_5 } }) => [
    { text: name, weight: "bold" as const },
    ...[p2_5, p25, p50, p75, p97_5].map(format),
  ]);
  return { kind: "table", caption, columns, rows: cells };
}
