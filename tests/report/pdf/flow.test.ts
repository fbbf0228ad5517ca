import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/report/pdf/layout/block.ts";
import { flow } from "../../../src/report/pdf/layout/flow.ts";
import { linesHere } from "../../../src/report/pdf/layout/lines-here.ts";
import { CONTENT_BOTTOM, CONTENT_TOP, currentPage, startPages } from "../../../src/report/pdf/layout/pages.ts";
import type { Sheet } from "../../../src/report/pdf/sheet.ts";

const ROOM = CONTENT_BOTTOM - CONTENT_TOP;

type Given = [name: string, share: number, placing?: Block["placing"] | "lines"];

/** Runs blocks given as [name, share of a page, placing] and tells where each was drawn; "lines" can be broken. */
function layOut(...blocks: Given[]): string[] {
  const places: string[] = [];
  const pages = startPages({ doc: { addPage() {} } } as unknown as Sheet, "");
  const block = ([name, share, placing]: Given): Block => ({
    height: share * ROOM,
    gap: 0.01 * ROOM,
    ...(placing && placing !== "lines" ? { placing } : {}),
    ...(placing === "lines" && { break: (room) => broken(name, share, room / ROOM) }),
    draw: (_, y) => {
      places.push(`${name} ${currentPage(pages)} ${((y - CONTENT_TOP) / ROOM).toFixed(2)}`);
    },
  });
  const broken = (name: string, share: number, room: number): [Block, Block] | null =>
    room < 0.1 ? null : [block([`${name}:${room.toFixed(2)}`, room]), block([`${name}…`, share - room, "lines"])];
  flow(pages, blocks.map(block));
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

  it("breaks what can be broken, and sets its rest before the figures that wait", () => {
    expect(layOut(["a", 0.6], ["figure", 0.5, "float"], ["label", 0.04, "withNext"], ["table", 0.8, "lines"])).toEqual([
      "a 1 0.00",
      "label 1 0.61",
      "table:0.34 1 0.66",
      "table… 2 0.00",
      "figure 2 0.47",
    ]);
  });

  it("moves what can be broken where too little of it would stay, and breaks it again on every page", () => {
    expect(layOut(["a", 0.95], ["table", 2.5, "lines"])).toEqual([
      "a 1 0.00",
      "table:1.00 2 0.00",
      "table…:1.00 3 0.00",
      "table…… 4 0.00",
    ]);
  });

  it("draws a block that is taller than a page instead of waiting for ever", () => {
    expect(layOut(["a", 0.1], ["tall", 1.5], ["b", 0.1])).toEqual(["a 1 0.00", "tall 2 0.00", "b 3 0.00"]);
  });
});

describe("linesHere", () => {
  const ten = Array.from({ length: 10 }, () => 12);

  it("counts the lines that fit", () => {
    expect(linesHere(ten, { room: 75, fewest: 3 })).toBe(6);
  });

  it("leaves the next page its fewest lines, and none here where too few would stay", () => {
    expect(linesHere(ten, { room: 115, fewest: 3 })).toBe(7);
    expect(linesHere(ten, { room: 35, fewest: 3 })).toBe(0);
    expect(linesHere(ten.slice(0, 5), { room: 50, fewest: 3 })).toBe(0);
  });
});
