import type { Reading } from "../../../checks/check.ts";
import { READINGS } from "../../../checks/check.ts";
import { findingSentence, scoreText } from "../../findings.ts";
import { abstractSentences } from "../../text/abstract.ts";
import { sharedCause } from "../../text/shared-cause.ts";
import { asSentence } from "../../text/words.ts";
import { partHeading } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import { drawLine, breakLines } from "../layout/rich-text.ts";
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
  return [
    partHeading({ name: "summary", title: "Summarised overall quality" }),
    paragraph(sheet, abstractSentences(report, report.reading).join(" "), { style: ABSTRACT, leading: 1.45 }),
    paragraph(sheet, scoreRuns(content, report.reading, other), { gap: 8 }),
    summaryTable(content),
    ...[report.reading, other].flatMap((reading) => warningList(content, reading)),
    ...(cause ? [causeNote(content, cause)] : []),
  ];
}

function scoreRuns({ report }: Content, reading: Reading, other: Reading) {
  const rest = ` in the ${readingName(reading)} reading; ${scoreText(report.score[other])} in the ${readingName(other)} reading.`;
  return [{ text: findingSentence(report, reading), face: "bold" as const, colour: INK }, { text: rest }];
}

function warningList(content: Content, reading: Reading): Block[] {
  const { sheet, report } = content;
  const warnings = report.checks.flatMap((result) => result.warnings[reading].map(({ message }) => ({ result, message })));
  const title = `Warnings, ${readingName(reading)} reading`;
  const head = paragraph(sheet, title, { style: SUBHEAD, gap: reading === report.reading ? 18 : 12, placing: "withNext" });
  if (warnings.length === 0) return [head, paragraph(sheet, "No warnings.")];
  return [head, ...warnings.map(({ result, message }) => linkedLine(content, { result, text: asSentence(message) }))];
}

function linkedLine({ sheet }: Content, { result, text }: { result: Content["report"]["checks"][number]; text: string }): Block {
  const body = paragraph(sheet, text, { indent: NUMBER_WIDTH, gap: 2 });
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
