import { expect, test } from "vitest";
import { drawGreySlice } from "../../../src/report/drawing/grey.ts";

const slice = (...values: number[]) => ({ width: values.length, height: 1, values: Float32Array.from(values) });

test("black at the minimum, white at the maximum, rounded down between", () => {
  // 255/4 = 63.75, 255/2 = 127.5.
  expect([...drawGreySlice(slice(-2, -1, 0, 2)).grey]).toEqual([0, 63, 127, 255]);
});

test("the maximum is white whatever the range", () => {
  for (let i = 1; i < 500; i++) expect(drawGreySlice(slice(0, i / 7)).grey[1]).toBe(255);
});

test("a constant slice is black, and so is what is no number", () => {
  expect([...drawGreySlice(slice(3, 3)).grey]).toEqual([0, 0]);
  expect([...drawGreySlice(slice(Number.NaN, Number.NaN)).grey]).toEqual([0, 0]);
  expect([...drawGreySlice(slice(Number.NaN, 1, 2)).grey]).toEqual([0, 0, 255]);
});

test("the source stays as it was", () => {
  const source = slice(1, 2, 3);
  drawGreySlice(source);
  expect([...source.values]).toEqual([1, 2, 3]);
});
