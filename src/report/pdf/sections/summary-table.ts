import type { CheckResult, Reading } from "../../../checks/check.ts";
import { READINGS } from "../../../checks/check.ts";
import { EDGE, INK, INK_3, LINE, verdictColour } from "../../colours.ts";
import { sectionName, sectionNumber } from "../../document/check.ts";
import { checkDetail, checkTitle, verdictWords } from "../../findings.ts";
import { drawMark } from "../blocks/mark.ts";
import type { Block } from "../layout/block.ts";
import { linesHere } from "../layout/lines-here.ts";
import type { Pages } from "../layout/pages.ts";
import type { Line } from "../layout/rich-text.ts";
import { breakLines, drawLine } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import type { Content } from "./content.ts";

const HEAD: TextStyle = { face: "medium", size: 8.6, colour: INK_3 };
const NAME: TextStyle = { face: "regular", size: 9.4, colour: INK };
const DETAIL: TextStyle = { face: "regular", size: 8.4, colour: INK_3 };
/** Left edges of check, section, and the two readings. */
const LEFT = [MARGIN + 24, MARGIN + 134, MARGIN + 172, MARGIN + 342] as const;
const ENDS = [LEFT[3] - 10, MARGIN + CONTENT_WIDTH] as const;
const HEAD_HEIGHT = 17;
const STEP = 11;
/** Rows of the table on either page, where it goes over two. */
const FEWEST = 2;

interface Row {
  readonly result: CheckResult;
  readonly details: readonly [readonly Line[], readonly Line[]];
}

/** Every check with its mark, its section, and verdict and number in both readings. */
export function summaryTable({ sheet, report }: Content): Block {
  const rows = report.checks.map((result) => measureRow(sheet, result));
  return tableOf(rows, report.reading);
}

/** Goes on on another page, under the same head. */
function tableOf(rows: readonly Row[], reading: Reading): Block {
  const heights = rows.map(rowHeight);
  return {
    height: HEAD_HEIGHT + heights.reduce((sum, height) => sum + height, 0),
    gap: 10,
    break(room) {
      const here = linesHere(heights, { room: room - HEAD_HEIGHT, fewest: FEWEST });
      return here === 0 ? null : [tableOf(rows.slice(0, here), reading), tableOf(rows.slice(here), reading)];
    },
    draw(pages, y) {
      drawHeads(pages.sheet, y);
      let bottom = y + HEAD_HEIGHT;
      for (const [i, row] of rows.entries()) {
        drawRow(pages, row, { y: bottom, reading });
        bottom += heights[i]!;
        pages.sheet.line([MARGIN, bottom], [MARGIN + CONTENT_WIDTH, bottom], { colour: LINE });
      }
    },
  };
}

function rowHeight({ details }: Row): number {
  return 21 + STEP * Math.max(1, ...details.map((lines) => lines.length));
}

function measureRow(sheet: Sheet, result: CheckResult): Row {
  const detail = (reading: Reading, k: 0 | 1) => {
    const runs = [{ text: checkDetail(result, reading) }];
    return breakLines(sheet, runs, { width: ENDS[k] - LEFT[2 + k]!, style: DETAIL });
  };
  return { result, details: [detail("corrected", 0), detail("vrs", 1)] };
}

function drawHeads(sheet: Sheet, y: number): void {
  const names = ["Check", "Section", "Corrected", "VRS"];
  names.forEach((name, i) => {
    sheet.write(name, { x: i === 0 ? MARGIN : LEFT[i]!, baseline: y + 10 }, HEAD);
  });
  sheet.line([MARGIN, y + HEAD_HEIGHT], [MARGIN + CONTENT_WIDTH, y + HEAD_HEIGHT], { colour: EDGE });
}

function drawRow(pages: Pages, { result, details }: Row, { y, reading }: { y: number; reading: Reading }): void {
  const { sheet } = pages;
  const baseline = y + 13.5;
  drawMark(sheet, result.status[reading], { x: MARGIN, y: y + 3.5, size: 13.5, letter: result.id.slice(2) });
  const name = [{ text: result.id, face: "bold" as const }, { text: ` ${checkTitle(result.key)}` }];
  const section = [{ text: sectionNumber(result), target: { anchor: sectionName(result) } }];
  for (const [i, runs] of [name, section].entries()) {
    const [line = []] = breakLines(sheet, runs, { width: 160, style: NAME });
    drawLine(pages, line, { x: LEFT[i]!, baseline });
  }
  READINGS.forEach((each, k) => {
    const style: TextStyle = { face: "bold", size: 9, colour: verdictColour(result.status[each]) };
    sheet.write(verdictWords(result, each), { x: LEFT[2 + k]!, baseline }, style);
    details[k]!.forEach((line, n) => {
      drawLine(pages, line, { x: LEFT[2 + k]!, baseline: baseline + STEP * (n + 1) });
    });
  });
}
