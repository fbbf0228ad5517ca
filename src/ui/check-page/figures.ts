import type { Reading } from "../../checks/check.ts";
import type { Cell, NumberTable, TableRow } from "./content/content.ts";

interface Place {
  readonly column: number;
  /** The reading that the cell belongs to. */
  readonly reading: Reading;
  /** The tables of the other reading. */
  readonly others: readonly NumberTable[];
}

/** A number in both readings, found in the other one by what it is; a reading that does not have it is left out. */
export function figuresOf(
  { cell, row }: { cell: Cell; row: TableRow },
  { column, reading, others }: Place,
): Partial<Record<Reading, string>> {
  const alike = others.flatMap((table) => table.rows).filter(({ explains }) => explains === row.explains);
  // Percentiles share their words; the label tells them apart. Elsewhere the readings may label a number differently.
  const twin = alike.length > 1 ? alike.find(({ label }) => label === row.label) : alike[0];
  const other = twin?.cells[column]?.text;
  if (other === undefined) return { [reading]: cell.text };
  return reading === "corrected" ? { corrected: cell.text, vrs: other } : { corrected: other, vrs: cell.text };
}
