import { describe, expect, it } from "vitest";
import { breakLines } from "../../../src/report/pdf/layout/rich-text.ts";
import type { Sheet, TextStyle } from "../../../src/report/pdf/sheet.ts";
import { shorten } from "../../../src/report/pdf/sheet.ts";

const style: TextStyle = { face: "regular", size: 10, colour: "#000000" };
/** Every character is one point wide. */
const sheet = { width: (text: string) => Array.from(text).length } as unknown as Sheet;
const textOf = (runs: { text: string; face?: "bold" }[], width: number) =>
  breakLines(sheet, runs, { width, style }).map((line) => line.map(({ x, text }) => `${x}:${text}`).join("|"));

describe("breakLines", () => {
  it("breaks at blanks", () => {
    expect(textOf([{ text: "one two three" }], 8)).toEqual(["0:one two", "0:three"]);
  });

  it("never breaks before a unit", () => {
    expect(textOf([{ text: "at most 20 % of" }], 10)).toEqual(["0:at most", "0:20 % of"]);
    expect(textOf([{ text: "beyond 5 σ" }], 8)).toEqual(["0:beyond", "0:5 σ"]);
  });

  it("keeps runs apart, with the blank between them and without one where there is none", () => {
    expect(textOf([{ text: "B = " }, { text: "5", face: "bold" }, { text: ", from" }], 20)).toEqual([
      "0:B =|4:5|5:, from",
    ]);
  });

  it("does not break where two runs touch", () => {
    expect(textOf([{ text: "say bold" }, { text: ".", face: "bold" }], 8)).toEqual(["0:say", "0:bold|4:."]);
  });

  it("cuts a word that is wider than a line", () => {
    expect(textOf([{ text: "abcdefghij kl" }], 4)).toEqual(["0:abcd", "0:efgh", "0:ij", "0:kl"]);
  });

  it("gives no line for no text", () => {
    expect(textOf([{ text: "" }], 4)).toEqual([]);
  });
});

describe("shorten", () => {
  it("keeps both ends and says that something is missing", () => {
    expect(shorten(sheet, "refinement_17.mrc.gz", { width: 11, style })).toBe("refin…rc.gz");
    expect(shorten(sheet, "map.mrc", { width: 11, style })).toBe("map.mrc");
  });
});
