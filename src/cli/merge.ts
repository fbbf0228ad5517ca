import { isMapError, MapError } from "../core/errors.ts";
import { extractJson } from "../report/extract-report.ts";
import { type MergedRow, mergedRow, toCsv, toJsonLines } from "../report/merge-reports.ts";
import { mergeOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { writeOutput } from "./output.ts";
import { readReportFile } from "./report-file.ts";

/** `mapassay merge`: one row a report, as a table. */
export async function merge(args: string[]): Promise<number> {
  const { reports, csv, ndjson } = mergeOptions(args);
  const rows: MergedRow[] = [];
  for (const path of reports) rows.push(rowOf(path, await readReportFile(path)));
  if (csv !== undefined) await writeOutput(csv, toCsv(rows));
  if (ndjson !== undefined) await writeOutput(ndjson, toJsonLines(rows));
  return EXIT.ok;
}

function rowOf(path: string, bytes: Uint8Array): MergedRow {
  try {
    return mergedRow(path, extractJson(bytes));
  } catch (error) {
    if (!isMapError(error)) throw error;
    throw new MapError(error.code, `${path}: ${error.message}`, error.fields, error);
  }
}
