import type { CheckResult, Reading } from "../checks/check.ts";
import type { Report, ReportFigureIndices, ReportInput } from "./report.ts";
import { scoreChecks } from "./score.ts";

export interface ReportParts {
  /** Version of MapAssay. */
  readonly version: string;
  /** The reading that pages and the PDF show first; both are always in the report. */
  readonly reading: Reading;
  readonly input: ReportInput;
  readonly figures: ReportFigureIndices;
  /** In the order 0.a to 0.h. */
  readonly checks: readonly CheckResult[];
}

/** The report of one validation, with its score in both readings. Holds the parts as given; copies nothing. */
export function assembleReport({ version, reading, input, figures, checks }: ReportParts): Report {
  return {
    schemaVersion: 1,
    software: { name: "mapassay", version },
    reading,
    input,
    figures,
    checks,
    score: { corrected: scoreChecks(checks, "corrected"), vrs: scoreChecks(checks, "vrs") },
  };
}
