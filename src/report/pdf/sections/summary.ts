import type { CheckResult, Reading } from "../../../checks/check.ts";
import { READINGS } from "../../../checks/check.ts";
import { findingSentence, scoreText } from "../../findings.ts";
import type { Report } from "../../report.ts";
import { abstractSentences } from "../../text/abstract.ts";
import { sharedCause } from "../../text/shared-cause.ts";
import { asSentence } from "../../text/words.ts";
import { partHeading } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import { breakLines, drawLine } from "../layout/rich-text.ts";
import type { TextStyle } from "../sheet.ts";
import { INK, INK_2, MARGIN, verdictColour } from "../tokens.ts";
import { sectionName, sectionNumber } from "./check.ts";
import type { Content } from "./content.ts";
import { summaryTable } from "./summary-table.ts";

const ABSTRACT: TextStyle = { face: "serif", size: 11.6, colour: INK_2 };
const SUBHEAD: TextStyle = { face: "serif", size: 12.5, colour: INK };
const NUMBER_WIDTH = 26;

/** The page that a reader in a hurry needs: abstract, both readings side by side, all warnings. */
export function summarySection(content: Content): Block[] {
  const { sheet, report } = content;
  const other: Reading = report.reading === "vrs" ? "corrected" : "vrs";
  const cause = sharedCause(report);
  const own = warningsOf(report, report.reading);
  const further = warningsOf(report, other).filter(({ message }) =>
    own.every((warning) => warning.message !== message),
  );
  return [
    partHeading({ name: "summary", title: "Summarised overall quality" }),
    paragraph(sheet, abstractSentences(report, report.reading).join(" "), { style: ABSTRACT, leading: 1.45 }),
    paragraph(sheet, scoreRuns(content, report.reading, other), { gap: 8 }),
    summaryTable(content),
    ...warningList(content, { title: `Warnings, ${readingName(report.reading)} reading`, warnings: own }),
    ...(cause ? [causeNote(content, cause)] : []),
    ...(further.length > 0
      ? warningList(content, { title: `The ${readingName(other)} reading warns besides`, warnings: further })
      : []),
  ];
}

function scoreRuns({ report }: Content, reading: Reading, other: Reading) {
  const rest = ` in the ${readingName(reading)} reading; ${scoreText(report.score[other])} in the ${readingName(other)} reading.`;
  return [{ text: findingSentence(report, reading), face: "bold" as const, colour: INK }, { text: rest }];
}

interface LinkedWarning {
  readonly result: CheckResult;
  readonly message: string;
}

function warningsOf(report: Report, reading: Reading): LinkedWarning[] {
  return report.checks.flatMap((result) => result.warnings[reading].map(({ message }) => ({ result, message })));
}

function warningList(
  content: Content,
  { title, warnings }: { title: string; warnings: readonly LinkedWarning[] },
): Block[] {
  const head = paragraph(content.sheet, title, { style: SUBHEAD, gap: 16, placing: "withNext" });
  if (warnings.length === 0) return [head, paragraph(content.sheet, "No warnings.", { gap: 2 })];
  return [head, ...warnings.map((warning) => linkedLine(content, warning))];
}

function linkedLine({ sheet }: Content, { result, message }: LinkedWarning): Block {
  const body = paragraph(sheet, asSentence(message), { indent: NUMBER_WIDTH, gap: 2 });
  const style: TextStyle = { face: "regular", size: 9.4, colour: INK_2 };
  const number = { text: sectionNumber(result), target: { anchor: sectionName(result) } };
  const [line = []] = breakLines(sheet, [number], { width: NUMBER_WIDTH, style });
  return {
    ...body,
    draw(pages, y) {
      body.draw(pages, y);
      drawLine(pages, line, { x: MARGIN, baseline: y + 9.95 });
    },
  };
}

/** A note with a bar in the colour of warnings at its left. */
function causeNote({ sheet }: Content, text: string): Block {
  const body = paragraph(sheet, text, { indent: 10, gap: 12 });
  return {
    ...body,
    draw(pages, y) {
      body.draw(pages, y);
      sheet.line([MARGIN + 1, y], [MARGIN + 1, y + body.height], { colour: verdictColour("warning"), width: 2 });
    },
  };
}

/** How a reading is called in running text. */
export function readingName(reading: Reading): string {
  return reading === READINGS[1] ? "VRS" : "corrected";
}
