import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/report/pdf/layout/block.ts";
import { flow } from "../../../src/report/pdf/layout/flow.ts";
import { CONTENT_BOTTOM, CONTENT_TOP, currentPage, startPages } from "../../../src/report/pdf/layout/pages.ts";
import type { Sheet } from "../../../src/report/pdf/sheet.ts";

const ROOM = CONTENT_BOTTOM - CONTENT_TOP;

/** Runs blocks given as [name, share of a page, placing] and tells where each was drawn. */
function layOut(...blocks: [name: string, share: number, placing?: Block["placing"]][]): string[] {
  const places: string[] = [];
  const pages = startPages({ doc: { addPage() {} } } as unknown as Sheet, "");
  flow(
    pages,
    blocks.map(([name, share, placing]) => ({
      height: share * ROOM,
      gap: 0.01 * ROOM,
      ...(placing ? { placing } : {}),
      draw: (_, y) => {
        places.push(`${name} ${currentPage(pages)} ${((y - CONTENT_TOP) / ROOM).toFixed(2)}`);
      },
    })),
  );
  return places;
}

describe("flow", () => {
  it("sets blocks below each other and drops the gap at the top of a page", () => {
    expect(layOut(["a", 0.4], ["b", 0.4], ["c", 0.4])).toEqual(["a 1 0.00", "b 1 0.41", "c 2 0.00"]);
  });

  it("keeps a heading with what follows", () => {
    expect(layOut(["a", 0.7], ["head", 0.1, "withNext"], ["label", 0.05, "withNext"], ["b", 0.3])).toEqual([
      "a 1 0.00",
      "head 2 0.00",
      "label 2 0.11",
      "b 2 0.17",
    ]);
  });

  it("fills the page with text before a figure that does not fit", () => {
    expect(layOut(["a", 0.6], ["figure", 0.5, "float"], ["b", 0.2], ["c", 0.3])).toEqual([
      "a 1 0.00",
      "b 1 0.61",
      "figure 2 0.00",
      "c 2 0.51",
    ]);
  });

  it("keeps figures in order and sets those that are left at the end", () => {
    expect(layOut(["a", 0.6], ["one", 0.5, "float"], ["two", 0.1, "float"], ["b", 0.1])).toEqual([
      "a 1 0.00",
      "b 1 0.61",
      "one 2 0.00",
      "two 2 0.51",
    ]);
  });

  it("draws a block that is taller than a page instead of waiting for ever", () => {
    expect(layOut(["a", 0.1], ["tall", 1.5], ["b", 0.1])).toEqual(["a 1 0.00", "tall 2 0.00", "b 3 0.00"]);
  });
});
