import { expect, it } from "vitest";
import { markedSlice } from "../../src/view/marked-slice.ts";

it("marks values from the lower edge of a bin up to, but not including, the upper", () => {
  const slice = { width: 3, height: 2, values: Float32Array.of(0.5, 1, 1.5, 2, Number.NaN, -1) };
  const marked = markedSlice(slice, { from: 1, to: 2 });
  expect([...marked.values]).toEqual([0, 1, 1, 0, 0, 0]);
  expect([marked.width, marked.height]).toEqual([3, 2]);
});
