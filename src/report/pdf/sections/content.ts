import type { ReportFigures } from "../../figures.ts";
import type { Report } from "../../report.ts";
import type { Sheet } from "../sheet.ts";

/** What every section is made from. */
export interface Content {
  readonly report: Report;
  readonly figures: ReportFigures;
  readonly sheet: Sheet;
}
