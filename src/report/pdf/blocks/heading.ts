import type { CheckResult, Reading } from "../../../checks/check.ts";
import { INK, verdictColour } from "../../colours.ts";
import { verdictWords } from "../../findings.ts";
import type { Block } from "../layout/block.ts";
import { addAnchor } from "../layout/pages.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";
import { drawMark } from "./mark.ts";
import { paragraph } from "./paragraph.ts";

const PART: TextStyle = { face: "serif", size: 17, colour: INK };
const SECTION: TextStyle = { face: "serif", size: 14.5, colour: INK };
const LABEL: TextStyle = { face: "bold", size: 9.4, colour: INK };
const MARK = 18;

/** A numbered part of the report, such as "1  Input data". */
export function partHeading({ name, title }: { name: string; title: string }): Block {
  return {
    height: 24,
    gap: 22,
    placing: "withNext",
    draw(pages, y) {
      addAnchor(pages, { name, heading: { title, level: 1 }, y });
      pages.sheet.write(title, { x: MARGIN, baseline: y + 17 }, PART);
    },
  };
}

/** The head of a check: its mark, its number and name, and its verdict at the right. */
export function checkHeading(
  result: CheckResult,
  { name, title, reading }: { name: string; title: string; reading: Reading },
): Block {
  const verdict = result.status[reading];
  return {
    height: 26,
    gap: 26,
    placing: "withNext",
    draw(pages, y) {
      addAnchor(pages, { name, heading: { title, level: 2 }, y });
      drawMark(pages.sheet, verdict, { x: MARGIN, y: y + 2, size: MARK, letter: result.id.slice(2) });
      pages.sheet.write(title, { x: MARGIN + MARK + 9, baseline: y + 16 }, SECTION);
      const style: TextStyle = { face: "bold", size: 10, colour: verdictColour(verdict) };
      pages.sheet.write(
        verdictWords(result, reading),
        { x: MARGIN + CONTENT_WIDTH, baseline: y + 15.5 },
        { ...style, align: "right" },
      );
    },
  };
}

/** A small head within a section: "Explanation", "Results", "Criterion". */
export function label(sheet: Sheet, text: string): Block {
  return paragraph(sheet, text, { style: LABEL, gap: 12, placing: "withNext" });
}
