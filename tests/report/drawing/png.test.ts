import { decode } from "fast-png";
import { expect, test } from "vitest";
import { encodeGreyPng, encodeRgbPng } from "../../../src/report/drawing/png.ts";
import { seededRandom } from "../../support/random.ts";

function bytes(count: number): Uint8Array {
  const random = seededRandom(9);
  return Uint8Array.from({ length: count }, () => Math.floor(256 * (random() + 0.5)));
}

test("a colour picture comes back as it was, in three channels", () => {
  const rgb = bytes(3 * 35);
  const { width, height, channels, depth, data, text } = decode(encodeRgbPng({ width: 7, height: 5, rgb }).png, {
    checkCrc: true,
  });
  expect({ width, height, channels, depth, text }).toEqual({ width: 7, height: 5, channels: 3, depth: 8, text: {} });
  expect([...data]).toEqual([...rgb]);
});

test("a grey picture comes back as it was, in one channel", () => {
  const grey = bytes(35);
  const { channels, data } = decode(encodeGreyPng({ width: 5, height: 7, grey }).png, { checkCrc: true });
  expect(channels).toBe(1);
  expect([...data]).toEqual([...grey]);
});

test("holds the picture and nothing else: no time, no text", () => {
  const file = Buffer.from(encodeGreyPng({ width: 5, height: 7, grey: bytes(35) }).png).toString("latin1");
  expect(["IHDR", "IDAT", "IEND"].every((chunk) => file.includes(chunk))).toBe(true);
  expect(["tIME", "tEXt", "zTXt", "iTXt", "pHYs", "gAMA"].filter((chunk) => file.includes(chunk))).toEqual([]);
});
