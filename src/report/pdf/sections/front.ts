import { INK, INK_2, INK_3 } from "../../colours.ts";
import { findingSentence, unjudgedSentence } from "../../findings.ts";
import type { Report } from "../../report.ts";
import { provenance, REPORT_KIND } from "../../text/legend.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Pages } from "../layout/pages.ts";
import { breakLines, drawLine } from "../layout/rich-text.ts";
import { CONTENT_WIDTH, MARGIN, PAGE_HEIGHT } from "../page.ts";
import type { TextStyle } from "../sheet.ts";
import { shorten } from "../sheet.ts";
import type { Content } from "./content.ts";
import { drawFrontFacts } from "./front-facts.ts";
import { drawHallmark } from "./front-hallmark.ts";
import { drawSliceStrip, drawSurface } from "./front-pictures.ts";

const SMALL: TextStyle = { face: "regular", size: 8.8, colour: INK_3 };
const LEAD: TextStyle = { face: "serifText", size: 12.5, colour: INK_2 };
const FACTS_WIDTH = 225;
/** Sizes that a title may have, and how much of two lines it may fill. */
const TITLE_SIZES = [30, 22, 17];
const TWO_LINES = 1.9 * CONTENT_WIDTH;

/** The first page: the finding, the marks of the eight checks, how the map looks, and what identifies it. */
export function drawFront(pages: Pages, content: Content): void {
  const title = drawTitle(pages, content);
  const hallmark = drawHallmark(content, title + 16);
  drawFrontFacts(content, { y: hallmark + 18, width: FACTS_WIDTH });
  const surface = drawSurface(content, { y: hallmark + 18, width: CONTENT_WIDTH - FACTS_WIDTH - 24 });
  drawSliceStrip(content, surface + 14);
  drawProvenance(pages, content.report);
}

/** Returns where the title and the finding end. */
function drawTitle(pages: Pages, { report, sheet }: Content): number {
  const top = MARGIN + 42;
  const { title = report.input.fileName, emdbId, fileName } = report.input;
  const above = [REPORT_KIND, emdbId, title === fileName ? undefined : fileName];
  const kind = above.filter((part) => part !== undefined).join(" · ");
  sheet.write(shorten(sheet, kind, { width: CONTENT_WIDTH, style: SMALL }), { x: MARGIN, baseline: top + 6 }, SMALL);
  const size =
    TITLE_SIZES.find((points) => sheet.width(title, { ...LEAD, face: "serif", size: points }) <= CONTENT_WIDTH) ?? 17;
  const style: TextStyle = { face: "serif", size, colour: INK };
  const shown = shorten(sheet, title, { width: TWO_LINES, style });
  const lines = breakLines(sheet, [{ text: shown }], { width: CONTENT_WIDTH, style });
  for (const [i, line] of lines.entries()) {
    drawLine(pages, line, { x: MARGIN, baseline: top + 12 + (i + 1) * 1.12 * size });
  }
  const end = top + 28 + lines.length * 1.12 * size;
  const finding = `${findingSentence(report, report.reading)}. ${unjudgedSentence(report, report.reading)}`;
  const lead = paragraph(sheet, finding, { style: LEAD, width: 0.92 * CONTENT_WIDTH });
  lead.draw(pages, end);
  return end + lead.height;
}

function drawProvenance(pages: Pages, report: Report): void {
  const block = paragraph(pages.sheet, provenance(report), { style: { ...SMALL, colour: INK_2 } });
  block.draw(pages, PAGE_HEIGHT - MARGIN - 12 - block.height);
}
