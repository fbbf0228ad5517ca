import { EDGE, INK, INK_2 } from "../../colours.ts";
import type { Contents, ContentsEntry } from "../../document/piece.ts";
import type { Block } from "../layout/block.ts";
import type { Pages } from "../layout/pages.ts";
import { currentPage, linkTo } from "../layout/pages.ts";
import { CONTENT_WIDTH, MARGIN } from "../page.ts";
import type { TextStyle } from "../sheet.ts";

const HEAD: TextStyle = { face: "serif", size: 17, colour: INK };
const RIGHT = MARGIN + CONTENT_WIDTH;
const INDENT = 18;
const HEAD_HEIGHT = 32;
const LINE_HEIGHT = 14.5;
const PART_GAP = 4;

/** Leaves room for the contents; {@link fillContents} writes them when the pages are known. */
export function contents({ entries }: Contents): Block {
  return {
    height: HEAD_HEIGHT + entries.reduce((sum, entry) => sum + lineHeight(entry), 0),
    gap: 26,
    draw(pages, y) {
      pages.contents = { page: currentPage(pages), y, entries };
    },
  };
}

/** Writes every part and check with its page, each line a link. Call once, when all pages are there. */
export function fillContents(pages: Pages): void {
  if (!pages.contents) return;
  const { page, y, entries } = pages.contents;
  const { sheet } = pages;
  sheet.doc.setPage(page);
  sheet.write("Contents", { x: MARGIN, baseline: y + 17 }, HEAD);
  let bottom = y + HEAD_HEIGHT;
  for (const entry of entries) {
    bottom += lineHeight(entry);
    drawEntry(pages, entry, { page, baseline: bottom - 4 });
  }
}

function drawEntry(pages: Pages, entry: ContentsEntry, { page, baseline }: { page: number; baseline: number }): void {
  const { sheet } = pages;
  const { name, title, level } = entry;
  const anchor = pages.anchors.find((place) => place.name === name);
  if (!anchor) return;
  const style: TextStyle = { face: level === 1 ? "bold" : "regular", size: 9.6, colour: level === 1 ? INK : INK_2 };
  const left = MARGIN + (level - 1) * INDENT;
  const number = String(anchor.page);
  sheet.write(title, { x: left, baseline }, style);
  sheet.write(number, { x: RIGHT, baseline }, { ...style, align: "right" });
  const from = left + sheet.width(title, style) + 6;
  const to = RIGHT - sheet.width(number, style) - 6;
  sheet.line([from, baseline - 1], [to, baseline - 1], { colour: EDGE, dash: [0.6, 3] });
  linkTo(pages, name, { page, area: [left, baseline - 11, RIGHT - left, LINE_HEIGHT] });
}

function lineHeight({ level }: ContentsEntry): number {
  return LINE_HEIGHT + (level === 1 ? PART_GAP : 0);
}

/** Puts the heads into the reader's side panel, sections under their part. */
export function addBookmarks({ sheet, anchors }: Pages): void {
  let part: object | null = null;
  for (const { heading, page } of anchors) {
    if (!heading) continue;
    const { title, level } = heading;
    // Bookmarks are not drawn with the report's fonts, so they are written without its wide blanks.
    const node = sheet.doc.outline.add(level === 1 ? null : part, title.replaceAll("\u2002", "  "), {
      pageNumber: page,
    });
    if (level === 1) part = node;
  }
}
