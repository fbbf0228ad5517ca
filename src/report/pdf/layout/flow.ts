import type { Block } from "./block.ts";
import type { Pages } from "./pages.ts";
import { addPage, atTop, CONTENT_BOTTOM } from "./pages.ts";

/**
 * Sets blocks one below the other, on as many pages as they need. Blocks that keep with the next one move together; one
 * that can be broken fills the page and goes on at the top of the next; a floating block that does not fit waits for the next page, and text goes on in its place. Floats keep their order and
 * never leave this run of blocks.
 */
export function flow(pages: Pages, blocks: readonly Block[]): void {
  const waiting: Block[][] = [];
  for (const group of grouped(blocks)) {
    const floats = group.at(-1)?.placing === "float";
    if (floats && (waiting.length > 0 || !fits(pages, group))) waiting.push(group);
    else place(pages, group, waiting);
  }
  while (waiting.length > 0) {
    if (!fits(pages, waiting[0]!)) addPage(pages);
    setDown(pages, waiting.shift()!);
  }
}

/** Blocks that must share a page. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let open = false;
  for (const block of blocks) {
    if (open) groups.at(-1)!.push(block);
    else groups.push([block]);
    open = block.placing === "withNext";
  }
  return groups;
}

function place(pages: Pages, group: readonly Block[], waiting: Block[][]): void {
  let left = group;
  while (!fits(pages, left)) {
    const broken = breakLast(pages, left);
    if (!broken && atTop(pages)) break;
    if (broken) setDown(pages, broken.here);
    addPage(pages);
    if (broken) left = [broken.rest];
    else while (waiting.length > 0 && fits(pages, waiting[0]!)) setDown(pages, waiting.shift()!);
  }
  setDown(pages, left);
}

/** The group as far as the page holds it, where its last block can be broken there. */
function breakLast(pages: Pages, group: readonly Block[]): { here: Block[]; rest: Block } | null {
  const before = group.slice(0, -1);
  const last = group.at(-1);
  const room =
    CONTENT_BOTTOM - pages.y - heightOf(pages, before) - (before.length > 0 || !atTop(pages) ? last!.gap : 0);
  const parts = last?.break?.(room);
  return parts ? { here: [...before, parts[0]], rest: parts[1] } : null;
}

function setDown(pages: Pages, group: readonly Block[]): void {
  for (const block of group) {
    if (!atTop(pages)) pages.y += block.gap;
    block.draw(pages, pages.y);
    pages.y += block.height;
  }
}

function fits(pages: Pages, group: readonly Block[]): boolean {
  return pages.y + heightOf(pages, group) <= CONTENT_BOTTOM;
}

/** With the gaps before the blocks; the first has none at the top of a page. */
function heightOf(pages: Pages, group: readonly Block[]): number {
  const gaps = group.reduce((sum, block) => sum + block.gap, 0) - (atTop(pages) ? (group[0]?.gap ?? 0) : 0);
  return gaps + group.reduce((sum, block) => sum + block.height, 0);
}
