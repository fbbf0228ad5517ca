import type { CheckResult, Reading } from "../../checks/check.ts";
import { READINGS } from "../../checks/check.ts";
import { findingSentence, scoreText } from "../findings.ts";
import type { Report } from "../report.ts";
import { abstractSentences } from "../text/abstract.ts";
import { sharedCause } from "../text/shared-cause.ts";
import { asSentence } from "../text/words.ts";
import { sectionName, sectionNumber } from "./check.ts";
import { type Piece, paragraph, type ReportSource, type Span } from "./piece.ts";

/** The page that a reader in a hurry needs: abstract, both readings side by side, all warnings. */
export function summarySection({ report }: ReportSource): Piece[] {
  const other: Reading = report.reading === "vrs" ? "corrected" : "vrs";
  const cause = sharedCause(report);
  const own = warningsOf(report, report.reading);
  const further = warningsOf(report, other).filter(({ message }) =>
    own.every((warning) => warning.message !== message),
  );
  return [
    { kind: "part", name: "summary", title: "Summarised overall quality" },
    paragraph(abstractSentences(report, report.reading).join(" "), { voice: "abstract" }),
    paragraph(scoreSpans(report, report.reading, other)),
    ...ownMethods(report),
    { kind: "checks" },
    ...warningList(`Warnings, ${readingName(report.reading)} reading`, own),
    ...(cause ? [paragraph(cause, { voice: "cause" })] : []),
    ...(further.length > 0 ? warningList(`The ${readingName(other)} reading warns besides`, further) : []),
  ];
}

function scoreSpans(report: Report, reading: Reading, other: Reading): Span[] {
  const rest = ` in the ${readingName(reading)} reading; ${scoreText(report.score[other])} in the ${readingName(other)} reading.`;
  return [{ text: findingSentence(report, reading), weight: "bold" }, { text: rest }];
}

/** Which checks the VRS score leaves out although they were judged. */
function ownMethods({ checks }: Report): Piece[] {
  const own = checks.filter(({ equivalent }) => equivalent).map(({ id }) => id);
  if (own.length === 0) return [];
  const [are, methods] = own.length === 1 ? ["is", "a method"] : ["are", "methods"];
  return [
    paragraph(
      `${own.join(" and ")} ${are} measured by ${methods} of MapAssay’s own in VRS’s place, and left out of the VRS score.`,
    ),
  ];
}

interface LinkedWarning {
  readonly result: CheckResult;
  readonly message: string;
}

function warningsOf(report: Report, reading: Reading): LinkedWarning[] {
  return report.checks.flatMap((result) => result.warnings[reading].map(({ message }) => ({ result, message })));
}

function warningList(title: string, warnings: readonly LinkedWarning[]): Piece[] {
  const head = { kind: "subheading", level: "list", text: title } as const;
  if (warnings.length === 0) return [head, paragraph("No warnings.")];
  const items = warnings.map(({ result, message }) => ({
    marker: { text: sectionNumber(result), target: { anchor: sectionName(result) } },
    words: asSentence(message),
  }));
  return [head, { kind: "list", items }];
}

/** How a reading is called in running text. */
function readingName(reading: Reading): string {
  return reading === READINGS[1] ? "VRS" : "corrected";
}
