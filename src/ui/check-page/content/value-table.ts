import type { NumberKey } from "../explanations/explanations.ts";
import { judgedCell, type NumberTable, plain, type TableRow } from "./content.ts";

/** A table of one value a row, with its limit. */
export function valueTable(title: string, rows: readonly TableRow[]): NumberTable {
  return { title, head: ["value"], headExplains: null, limits: "shown", rows };
}

/** A number that nothing is judged by. */
export function valueRow(label: string, explains: NumberKey, text: string): TableRow {
  return { label, explains, cells: [plain(text)], limit: "" };
}

interface Judged {
  readonly text: string;
  /** Whether it breaks its limit. */
  readonly outside: boolean;
  readonly limit: string;
}

/** A number with what is allowed. */
export function judgedRow(label: string, explains: NumberKey, { text, outside, limit }: Judged): TableRow {
  return { label, explains, cells: [judgedCell(text, outside)], limit };
}
