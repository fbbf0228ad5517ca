import { describe, expect, it } from "vitest";
import { cutOut } from "../../src/view/draw-rgb.ts";

/** A picture from rows of letters: white, dark, half of each. */
function picture(rows: readonly string[]) {
  const shades: Record<string, number> = { w: 255, d: 55, h: 155 };
  const rgb = Uint8Array.from([...rows.join("")].flatMap((letter) => Array(3).fill(shades[letter])));
  return { width: rows[0]!.length, height: rows.length, rgb };
}

function alphas(rows: readonly string[]) {
  const shown = picture(rows);
  const pixels = new Uint8ClampedArray(4 * shown.width * shown.height);
  cutOut(shown, pixels);
  return { pixels, alpha: [...pixels].filter((_, i) => i % 4 === 3) };
}

describe("cutting a surface out of its background", () => {
  it("leaves the background clear and the surface solid", () => {
    const { alpha } = alphas(["wwwww", "wdddw", "wdddw", "wdddw", "wwwww"]);
    expect(alpha[0]).toBe(0);
    expect(alpha[12]).toBe(255);
    expect(alpha.filter((value) => value === 255)).toHaveLength(9);
  });

  it("turns pixels that mix both into the surface's colour, half clear", () => {
    const { pixels, alpha } = alphas(["wwwwww", "whdddw", "whdddw", "whdddw", "wwwwww"]);
    expect(alpha[13]).toBe(128);
    expect(pixels[4 * 13]).toBe(55);
  });
});
