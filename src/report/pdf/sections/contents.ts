import { EDGE, INK, INK_2 } from "../../colours.ts";
import type { Pages } from "../layout/pages.ts";
import { CONTENT_TOP, linkTo } from "../layout/pages.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { TextStyle } from "../sheet.ts";
import type { Content } from "./content.ts";
import { drawLegend } from "./legend.ts";

const HEAD: TextStyle = { face: "serif", size: 17, colour: INK };
const RIGHT = MARGIN + CONTENT_WIDTH;
const INDENT = 18;

/** Fills the page of the contents, once all others are there: every anchor with its page, and how to read the report. */
export function drawContents(pages: Pages, { page, content }: { page: number; content: Content }): void {
  const { sheet } = pages;
  sheet.doc.setPage(page);
  sheet.write("Contents", { x: MARGIN, baseline: CONTENT_TOP + 17 }, HEAD);
  let baseline = CONTENT_TOP + 48;
  for (const anchor of pages.anchors) {
    if (anchor.level === 1) baseline += 6;
    const part = anchor.level === 1;
    const style: TextStyle = { face: part ? "bold" : "regular", size: 10, colour: part ? INK : INK_2 };
    const left = MARGIN + (anchor.level - 1) * INDENT;
    sheet.write(anchor.title, { x: left, baseline }, style);
    sheet.write(String(anchor.page), { x: RIGHT, baseline }, { ...style, align: "right" });
    const from = left + sheet.width(anchor.title, style) + 6;
    const to = RIGHT - sheet.width(String(anchor.page), style) - 6;
    sheet.line([from, baseline - 1], [to, baseline - 1], { colour: EDGE, dash: [0.6, 3] });
    linkTo(pages, anchor.name, { page, area: [left, baseline - 11, RIGHT - left, 16] });
    baseline += 18;
  }
  drawLegend(pages, content, baseline + 22);
}

/** Puts the anchors into the reader's side panel, sections under their part. */
export function addBookmarks({ sheet, anchors }: Pages): void {
  let part: object | null = null;
  for (const { title, level, page } of anchors) {
    // Bookmarks are not drawn with the report's fonts, so they are written without its wide blanks.
    const node = sheet.doc.outline.add(level === 1 ? null : part, title.replaceAll("\u2002", "  "), {
      pageNumber: page,
    });
    if (level === 1) part = node;
  }
}
