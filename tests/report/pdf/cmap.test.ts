import { describe, expect, it } from "vitest";
import { readCoverage } from "../../../src/report/pdf/cmap.ts";
import { FACES, printable } from "../../../src/report/pdf/fonts.ts";
import { reportFonts } from "../../support/fonts.ts";

/** A font of one table, "cmap", with one subtable of format 4 that holds these segments: [first, last, delta, offset]. */
function fontOf(
  segments: readonly (readonly [number, number, number, number])[],
  glyphs: readonly number[] = [],
): Uint8Array {
  const all = [...segments, [0xffff, 0xffff, 1, 0] as const];
  const columns = [1, 0, 2, 3].map((k) => all.map((segment) => segment[k]!));
  const [ends, starts, deltas, offsets] = columns as [number[], number[], number[], number[]];
  const subtable = [4, 0, 0, 2 * all.length, 0, 0, 0, ...ends, 0, ...starts, ...deltas, ...offsets, ...glyphs];
  const header = [0, 1, 1, 0, 0, 0, 0x636d, 0x6170, 0, 0, 0, 28, 0, 0];
  const words = [...header, 0, 1, 3, 1, 0, 12, ...subtable];
  const font = new Uint8Array(2 * words.length);
  words.forEach((word, i) => {
    new DataView(font.buffer).setUint16(2 * i, word & 0xffff);
  });
  return font;
}

describe("readCoverage", () => {
  it("reads segments with a delta", () => {
    expect([...readCoverage(fontOf([[65, 67, -60, 0]]))]).toEqual([65, 66, 67]);
  });

  it("leaves out characters that map to glyph 0", () => {
    expect([...readCoverage(fontOf([[65, 67, -66, 0]]))]).toEqual([65, 67]);
  });

  it("reads segments that point into the list of glyphs", () => {
    expect([...readCoverage(fontOf([[97, 99, 0, 4]], [5, 0, 6]))]).toEqual([97, 99]);
  });

  it("is empty for a file that is no font", () => {
    expect(readCoverage(new Uint8Array(64)).size).toBe(0);
  });
});

describe("the fonts of the report", () => {
  const fonts = reportFonts();
  const needed = "AZaz09 .,;:()%/|−×±²³⁰⁴⁵⁶⁷⁸⁹Åσ°…·–’\u00a0\u2002\u202f?";

  it.each(FACES.filter((face) => face !== "serif"))("%s covers what the report writes", (face) => {
    expect(printable(needed, readCoverage(fonts[face]))).toBe(needed);
  });
});

describe("printable", () => {
  const letters = new Set(Array.from("abcÅ?", (letter) => letter.codePointAt(0)!));

  it("shows a question mark for each character that is missing, one for a pair of surrogates", () => {
    expect(printable("a地b𝄞c", letters)).toBe("a?b?c");
  });

  it("composes letters and their marks first", () => {
    expect(printable("A\u030a", letters)).toBe("Å");
  });
});
