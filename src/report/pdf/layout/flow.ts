import type { Block } from "./block.ts";
import type { Pages } from "./pages.ts";
import { addPage, atTop, CONTENT_BOTTOM } from "./pages.ts";

/**
 * Sets blocks one below the other, on as many pages as they need. Blocks that keep with the next one move together; a
 * floating block that does not fit waits for the next page, and text goes on in its place. Floats keep their order and
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
  while (!fits(pages, group) && !atTop(pages)) {
    addPage(pages);
    while (waiting.length > 0 && fits(pages, waiting[0]!)) setDown(pages, waiting.shift()!);
  }
  setDown(pages, group);
}

function setDown(pages: Pages, group: readonly Block[]): void {
  for (const block of group) {
    if (!atTop(pages)) pages.y += block.gap;
    block.draw(pages, pages.y);
    pages.y += block.height;
  }
}

function fits(pages: Pages, group: readonly Block[]): boolean {
  const gaps = group.reduce((sum, block) => sum + block.gap, 0) - (atTop(pages) ? (group[0]?.gap ?? 0) : 0);
  const height = group.reduce((sum, block) => sum + block.height, 0);
  return pages.y + gaps + height <= CONTENT_BOTTOM;
}
