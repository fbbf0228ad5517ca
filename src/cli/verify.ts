import { verifyReport } from "../engine/verify-report.ts";
import { type Comparison, isIdentical } from "../report/compare-reports.ts";
import { extractReport } from "../report/extract-report.ts";
import { comparisonFinding, comparisonRemarks, comparisonRows, valueText } from "../report/text/comparison.ts";
import { verifyOptions } from "./arguments.ts";
import { EXIT } from "./exit-status.ts";
import { writeOutput } from "./output.ts";
import { readReportFile } from "./report-file.ts";
import { withSession } from "./session.ts";

/** `mapassay verify`: runs a report again and prints "identical", or what differs. */
export async function verify(args: string[]): Promise<number> {
  const options = verifyOptions(args);
  const report = extractReport(await readReportFile(options.report));
  return withSession(options, async ({ engine, narrator, path }) => {
    const { comparison } = await verifyReport(engine, { report, source: { path } }, { onProgress: narrator.progress });
    narrator.done();
    await writeOutput("-", `${textOf(comparison)}\n`);
    return isIdentical(comparison) ? EXIT.ok : EXIT.warned;
  });
}

/** One line a difference, "path: recorded …, found …", below what is to be said first. */
function textOf(comparison: Comparison): string {
  const finding = isIdentical(comparison) ? "identical" : comparisonFinding(comparison);
  const rows = comparisonRows(comparison).map(
    ({ path, recorded, found }) => `${path}: recorded ${valueText(recorded)}, found ${valueText(found)}`,
  );
  return [finding, ...rows, ...comparisonRemarks(comparison)].join("\n");
}
