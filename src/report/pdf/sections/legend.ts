import type { Verdict } from "../../../checks/check.ts";
import { INK, verdictColour } from "../../colours.ts";
import { verdictName } from "../../findings.ts";
import { READINGS_EXPLAINED, VERDICT_MEANINGS } from "../../text/legend.ts";
import { drawMark } from "../blocks/mark.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import { MARGIN } from "../page.ts";
import type { Sheet, TextStyle } from "../sheet.ts";

const HEAD: TextStyle = { face: "serif", size: 14.5, colour: INK };
const MARK = 13.5;

/** What the marks and the two readings mean. */
export function legend(sheet: Sheet): Block[] {
  const verdicts = Object.keys(VERDICT_MEANINGS) as Verdict[];
  return [
    paragraph(sheet, "How to read this report", { style: HEAD, gap: 20, placing: "withNext" }),
    ...verdicts.map((verdict) => meaning(sheet, verdict)),
    paragraph(sheet, READINGS_EXPLAINED, { gap: 8 }),
  ];
}

function meaning(sheet: Sheet, verdict: Verdict): Block {
  const name = { text: verdictName(verdict), face: "bold" as const, colour: verdictColour(verdict) };
  const words = paragraph(sheet, [name, { text: `: ${VERDICT_MEANINGS[verdict]}` }], { indent: 24, gap: 3 });
  return {
    ...words,
    draw(pages, y) {
      drawMark(sheet, verdict, { x: MARGIN, y, size: MARK, letter: "" });
      words.draw(pages, y);
    },
  };
}
