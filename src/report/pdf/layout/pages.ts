import type { ContentsEntry } from "../../document/piece.ts";
import { MARGIN, PAGE_HEIGHT } from "../page.ts";
import type { Sheet } from "../sheet.ts";

/** Where the running head ends and the foot begins. */
export const CONTENT_TOP = MARGIN + 32;
export const CONTENT_BOTTOM = PAGE_HEIGHT - MARGIN - 20;

/** A place that contents, links and bookmarks lead to. */
export interface Anchor {
  readonly name: string;
  /** Set for the heads that contents and bookmarks list: 1 for a part, 2 for a section. */
  readonly heading?: { readonly title: string; readonly level: 1 | 2 };
  readonly page: number;
  readonly y: number;
}

/** Where the contents were left room; the pages that they name are known last. */
export interface ContentsPlace {
  readonly page: number;
  readonly y: number;
  readonly entries: readonly ContentsEntry[];
}

/** A rectangle of a page that leads to an anchor. */
interface PendingLink {
  readonly page: number;
  readonly area: readonly [x: number, y: number, width: number, height: number];
  readonly anchor: string;
}

/** The pages as they fill: where the next block goes, what they are called, which links still want their target. */
export interface Pages {
  readonly sheet: Sheet;
  /** Upper edge of the next block. */
  y: number;
  /** Running head of the pages to come. */
  head: string;
  /** Running head of each page, from page 1. */
  readonly heads: string[];
  readonly anchors: Anchor[];
  readonly links: PendingLink[];
  contents: ContentsPlace | null;
}

/** The first page of a document, empty. */
export function startPages(sheet: Sheet, head: string): Pages {
  return { sheet, y: CONTENT_TOP, head, heads: [head], anchors: [], links: [], contents: null };
}

/** Goes on to the top of a fresh page. */
export function addPage(pages: Pages): void {
  pages.sheet.doc.addPage();
  pages.heads.push(pages.head);
  pages.y = CONTENT_TOP;
}

/** The page that is being drawn on, from 1. */
export function currentPage(pages: Pages): number {
  return pages.heads.length;
}

/** True while nothing stands on the page. */
export function atTop(pages: Pages): boolean {
  return pages.y <= CONTENT_TOP;
}

/** Notes a place on the current page. */
export function addAnchor(pages: Pages, anchor: Omit<Anchor, "page">): void {
  pages.anchors.push({ ...anchor, page: currentPage(pages) });
}

/** Makes an area of a page, the current one unless told, lead to an anchor, which may come later. */
export function linkTo(pages: Pages, anchor: string, link: { area: PendingLink["area"]; page?: number }): void {
  pages.links.push({ page: link.page ?? currentPage(pages), area: link.area, anchor });
}

/** Draws the links whose anchors exist. Call once, when all pages are there. */
export function resolveLinks(pages: Pages): void {
  const { doc } = pages.sheet;
  for (const { page, area, anchor } of pages.links) {
    const target = pages.anchors.find(({ name }) => name === anchor);
    if (!target) continue;
    doc.setPage(page);
    doc.link(...area, { pageNumber: target.page, top: target.y, magFactor: "XYZ" });
  }
}
