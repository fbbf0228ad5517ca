import type { Pages } from "../layout/pages.ts";
import { CONTENT_TOP, linkTo } from "../layout/pages.ts";
import type { TextStyle } from "../sheet.ts";
import { CONTENT_WIDTH, EDGE, INK, INK_2, MARGIN } from "../tokens.ts";

const HEAD: TextStyle = { face: "serif", size: 17, colour: INK };
const RIGHT = MARGIN + CONTENT_WIDTH;
const INDENT = 18;

/** Fills the contents, whose page must be the current one of the document and of `pages`' links: every anchor, with its page. */
export function drawContents(pages: Pages, page: number): void {
  const { sheet } = pages;
  sheet.doc.setPage(page);
  sheet.write("Contents", { x: MARGIN, baseline: CONTENT_TOP + 17 }, HEAD);
  let baseline = CONTENT_TOP + 48;
  for (const anchor of pages.anchors) {
    if (anchor.level === 1) baseline += 6;
    const style: TextStyle = { face: anchor.level === 1 ? "bold" : "regular", size: 10, colour: anchor.level === 1 ? INK : INK_2 };
    const left = MARGIN + (anchor.level - 1) * INDENT;
    sheet.write(anchor.title, { x: left, baseline }, style);
    sheet.write(String(anchor.page), { x: RIGHT, baseline }, { ...style, align: "right" });
    const from = left + sheet.width(anchor.title, style) + 6;
    const to = RIGHT - sheet.width(String(anchor.page), style) - 6;
    sheet.line([from, baseline - 1], [to, baseline - 1], { colour: EDGE, width: 0.5, dash: [0.6, 3] });
    linkTo(pages, anchor.name, { page, area: [left, baseline - 11, RIGHT - left, 16] });
    baseline += 18;
  }
}

/** Puts the anchors into the reader's side panel, sections under their part. */
export function addBookmarks({ sheet, anchors }: Pages): void {
  let part: object | null = null;
  for (const { title, level, page } of anchors) {
    const node = sheet.doc.outline.add(level === 1 ? null : part, bookmarkTitle(title), { pageNumber: page });
    if (level === 1) part = node;
  }
}

/** Bookmarks are not drawn with the report's fonts; they are written without its special blanks. */
function bookmarkTitle(title: string): string {
  return title.replaceAll("\u2002", "  ");
}
