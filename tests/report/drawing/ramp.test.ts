import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { paintValues, RAMP, rampRange, UNMEASURED } from "../../../src/report/drawing/ramp.ts";

const lightness = ([r, g, b]: readonly number[]) => 0.2126 * r! ** 2.2 + 0.7152 * g! ** 2.2 + 0.0722 * b! ** 2.2;

test("the ramp is that of the page's tokens and gets lighter throughout", () => {
  const css = readFileSync(new URL("../../../src/ui/tokens.css", import.meta.url), "utf8");
  const stops = [...css.slice(css.indexOf("--ramp")).matchAll(/#([0-9a-f]{6})/g)].map((match) => match[1]);
  expect(RAMP.map((colour) => colour.map((c) => c.toString(16).padStart(2, "0")).join(""))).toEqual(stops);
  for (let i = 1; i < RAMP.length; i++) expect(lightness(RAMP[i]!)).toBeGreaterThan(lightness(RAMP[i - 1]!));
});

test("values run along the ramp, stop at its ends, and are grey where there is none", () => {
  const values = Float32Array.from([-5, 10, 19, 12.5, 28, 99, Number.NaN]);
  const colours = paintValues(values, [10, 28]);
  const at = (i: number) => [...colours.subarray(3 * i, 3 * i + 3)];
  expect([at(0), at(1), at(4), at(5), at(6)]).toEqual([RAMP[0], RAMP[0], RAMP[9], RAMP[9], [...UNMEASURED]]);
  const mean = (k: number) => Math.round((RAMP[4]![k]! + RAMP[5]![k]!) / 2);
  expect(at(2)).toEqual([mean(0), mean(1), mean(2)]);
});

test("a volume of one value has one colour, from the middle", () => {
  const range = rampRange({ p2_5: 0.4, p97_5: 0.4 })!;
  const [r, g, b] = paintValues(Float32Array.of(0.4), range);
  expect(lightness([r!, g!, b!])).toBeGreaterThan(lightness(RAMP[4]!));
  expect(lightness([r!, g!, b!])).toBeLessThan(lightness(RAMP[5]!));
  expect(rampRange({ p2_5: null, p97_5: 1 })).toBeNull();
});
