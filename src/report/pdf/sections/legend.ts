import type { Verdict } from "../../../checks/check.ts";
import { INK, verdictColour } from "../../colours.ts";
import { verdictName } from "../../findings.ts";
import { READINGS_EXPLAINED, VERDICT_MEANINGS } from "../../text/legend.ts";
import { drawMark } from "../blocks/mark.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Pages } from "../layout/pages.ts";
import { MARGIN } from "../page.ts";
import type { TextStyle } from "../sheet.ts";
import type { Content } from "./content.ts";

const HEAD: TextStyle = { face: "serif", size: 14.5, colour: INK };

/** What the marks and the two readings mean, below the contents. */
export function drawLegend(pages: Pages, { sheet }: Content, top: number): void {
  sheet.write("How to read this report", { x: MARGIN, baseline: top + 15 }, HEAD);
  let y = top + 30;
  for (const verdict of Object.keys(VERDICT_MEANINGS) as Verdict[]) {
    drawMark(sheet, verdict, { x: MARGIN, y, size: 13.5, letter: "" });
    const name = { text: verdictName(verdict), face: "bold" as const, colour: verdictColour(verdict) };
    paragraph(sheet, [name, { text: `: ${VERDICT_MEANINGS[verdict]}` }], { indent: 24 }).draw(pages, y);
    y += 19;
  }
  paragraph(sheet, READINGS_EXPLAINED).draw(pages, y + 6);
}
