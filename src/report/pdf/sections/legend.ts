import type { Verdict } from "../../../checks/check.ts";
import { verdictName } from "../../findings.ts";
import { drawMark } from "../blocks/mark.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Pages } from "../layout/pages.ts";
import type { TextStyle } from "../sheet.ts";
import { INK, MARGIN, verdictColour } from "../tokens.ts";
import type { Content } from "./content.ts";

const HEAD: TextStyle = { face: "serif", size: 14.5, colour: INK };

const MEANINGS: Readonly<Record<Verdict, string>> = {
  ok: "judged, and inside every limit of its criterion.",
  warning: "judged, and outside at least one limit; a reason to look, not a proof of a fault.",
  notApplicable: "its rule excludes this map, for the reason given; not counted.",
  informative: "measured, but no criterion can fail; not counted.",
  failed: "there is no number, for the reason given; not counted.",
};

const READINGS_TEXT =
  "Every check is measured once and judged twice. The VRS reading gives what the Validation Report Service of the Instruct Image Processing Center prints, with its verdict; the corrected reading mends its known faults, and each section says how. A score counts judged checks only. Checks that MapAssay measures by a method of its own stay out of the VRS score.";

/** What the marks and the two readings mean, below the contents. */
export function drawLegend(pages: Pages, { sheet }: Content, top: number): void {
  sheet.write("How to read this report", { x: MARGIN, baseline: top + 15 }, HEAD);
  let y = top + 30;
  for (const verdict of Object.keys(MEANINGS) as Verdict[]) {
    drawMark(sheet, verdict, { x: MARGIN, y, size: 13.5, letter: "" });
    const name = { text: verdictName(verdict), face: "bold" as const, colour: verdictColour(verdict) };
    paragraph(sheet, [name, { text: `: ${MEANINGS[verdict]}` }], { indent: 24 }).draw(pages, y);
    y += 19;
  }
  paragraph(sheet, READINGS_TEXT).draw(pages, y + 6);
}
