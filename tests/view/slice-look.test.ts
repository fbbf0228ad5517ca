import { describe, expect, it } from "vitest";
import { COLOUR_MAPS, COLOURS, colourTable } from "../../src/view/colour-map.ts";
import { colourOf, paintSlice, type SliceLook, windowAround } from "../../src/view/slice-look.ts";

const GREY: SliceLook = { window: windowAround(0, 2), colourMap: "grey", scheme: "light" };

function reds(values: readonly number[], look: SliceLook): number[] {
  const pixels = new Uint8ClampedArray(4 * values.length);
  paintSlice(Float32Array.from(values), look, pixels);
  expect([...pixels].filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  return values.map((_, i) => pixels[4 * i]!);
}

describe("the look of a slice", () => {
  it("puts the background at 66 and white at 255, clips, and dims in the dark scheme", () => {
    expect(reds([0, 2, 9, -9, 1], GREY)).toEqual([66, 255, 255, 0, 161]);
    expect(reds([0], { ...GREY, scheme: "dark" })).toEqual([53]);
    expect(colourOf(0, GREY)).toBe("rgb(66 66 66)");
  });

  it("draws a constant map in the background's grey, and a value that is none as the lowest", () => {
    expect(reds([3], { ...GREY, window: windowAround(3, 3) })).toEqual([66]);
    expect(reds([Number.NaN], GREY)).toEqual([0]);
  });

  it("follows the window", () => {
    expect(reds([1, 2, 3], { ...GREY, window: { low: 1, high: 3 } })).toEqual([0, 128, 255]);
    expect(reds([1, 3], { ...GREY, window: { low: 1, high: 3 }, colourMap: "invertedGrey" })).toEqual([255, 0]);
  });
});

describe("colour maps", () => {
  const lightness = (table: Uint8Array) =>
    Array.from(
      { length: COLOURS },
      (_, i) => 0.2126 * table[3 * i]! + 0.7152 * table[3 * i + 1]! + 0.0722 * table[3 * i + 2]!,
    );

  it.each(COLOUR_MAPS)("$name change in lightness one way only", ({ value }) => {
    const curve = lightness(colourTable(value, "light"));
    const sign = value === "invertedGrey" ? -1 : 1;
    for (let i = 1; i < COLOURS; i++) expect(sign * (curve[i]! - curve[i - 1]!)).toBeGreaterThan(-0.8);
    expect(sign * (curve.at(-1)! - curve[0]!)).toBeGreaterThan(180);
  });

  it("begin and end viridis as matplotlib does", () => {
    const table = colourTable("viridis", "light");
    expect([...table.slice(0, 3)]).toEqual([0x44, 0x01, 0x54]);
    expect([...table.slice(-3)]).toEqual([0xfd, 0xe7, 0x25]);
  });
});
