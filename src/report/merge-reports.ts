import { CHECKS } from "../checks/index.ts";
import { csvText } from "./csv.ts";
import { COLUMNS } from "./merged-columns.ts";
import { readReport } from "./read-report.ts";

/** A field of a merged table; `null` is "not measured". */
export type MergedField = string | number | boolean | null;

/** One report as one row; every row has the same columns in the same order. */
export type MergedRow = Readonly<Record<string, MergedField>>;

/**
 * The row of a report, or of what is written in a report's place when a map is refused. Values are taken as they stand; what
 * is no text, number or truth value is `null`. @param source how the report is called in the table
 * @throws report.notAReport
 */
export function mergedRow(source: string, value: unknown): MergedRow {
  const refusal = field(value, ["error", "code"]);
  if (refusal === null) readReport(value);
  const keyed = { ...(value as object), source, checks: checksByKey(value) };
  return Object.fromEntries(COLUMNS.map(({ name, path }) => [name, field(keyed, path)]));
}

/** The rows as CSV under a line of column names. */
export function toCsv(rows: readonly MergedRow[]): string {
  const names = COLUMNS.map(({ name }) => name);
  return csvText([names, ...rows.map((row) => names.map((name) => row[name] ?? null))]);
}

/** One JSON object a line. */
export function toJsonLines(rows: readonly MergedRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** The checks under their keys, each with the codes of its warnings as one text. */
function checksByKey(report: unknown): Record<string, unknown> {
  const checks = (report as { checks?: readonly Record<string, unknown>[] }).checks ?? [];
  const known = new Set<unknown>(CHECKS.map(({ key }) => key));
  const entries = checks.filter((check) => known.has(check?.key));
  return Object.fromEntries(entries.map((check) => [check.key, { ...check, codes: codesOf(check.warnings) }]));
}

function codesOf(warnings: unknown): Record<string, string> {
  const readings = Object.entries((warnings ?? {}) as Record<string, readonly { code?: unknown }[]>);
  return Object.fromEntries(readings.map(([reading, list]) => [reading, list.map(({ code }) => code).join(" ")]));
}

function field(value: unknown, path: readonly string[]): MergedField {
  let at = value;
  for (const key of path) at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean" ? at : null;
}
