import type { CheckResult, Reading } from "../../../checks/check.ts";
import { INK, LINE, verdictColour } from "../../colours.ts";
import { checkTitle, verdictWords } from "../../findings.ts";
import { drawMark } from "../blocks/mark.ts";
import { breakLines } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import type { Content } from "./content.ts";

const TITLE: TextStyle = { face: "regular", size: 8.6, colour: INK };
const HEIGHT = 88;
const INSET = 6;

/** The eight marks in a row, each with the check's name and its verdict in words. Returns the lower edge. */
export function drawHallmark({ sheet, report }: Content, y: number): number {
  const cell = CONTENT_WIDTH / report.checks.length;
  const bottom = y + HEIGHT;
  for (const edge of [y, bottom]) {
    sheet.line([MARGIN, edge], [MARGIN + CONTENT_WIDTH, edge], { colour: INK, width: 0.75 });
  }
  for (const [i, result] of report.checks.entries()) {
    const left = MARGIN + i * cell;
    if (i > 0) sheet.line([left, y], [left, bottom], { colour: LINE });
    const x = i === 0 ? left : left + INSET;
    drawCell(sheet, result, { x, y, width: cell - INSET - 2, reading: report.reading });
  }
  return bottom;
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly reading: Reading;
}

function drawCell(sheet: Sheet, result: CheckResult, { x, y, width, reading }: Cell): void {
  const verdict = result.status[reading];
  const words: TextStyle = { face: "bold", size: 7.8, colour: verdictColour(verdict) };
  drawMark(sheet, verdict, { x, y: y + 10, size: 19, letter: result.id.slice(2) });
  writeLines(sheet, checkTitle(result.key), { x, baseline: y + 42, width, style: TITLE });
  writeLines(sheet, verdictWords(result, reading), { x, baseline: y + 65, width, style: words });
}

interface Lines {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly style: TextStyle;
}

function writeLines(sheet: Sheet, text: string, { x, baseline, width, style }: Lines): void {
  for (const [i, line] of breakLines(sheet, [{ text }], { width, style }).entries()) {
    for (const part of line)
      sheet.write(part.text, { x: x + part.x, baseline: baseline + 1.25 * style.size * i }, style);
  }
}
