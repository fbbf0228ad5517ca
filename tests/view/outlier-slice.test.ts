import { describe, expect, it } from "vitest";
import { maskOutline } from "../../src/view/level-outline.ts";
import { outlierSlice } from "../../src/view/outlier-slice.ts";

const image = (width: number, values: readonly number[]) => ({
  width,
  height: values.length / width,
  values: Float32Array.from(values),
});

describe("outliers of a slice", () => {
  it("are beyond the reach on either side and outside the mask", () => {
    const slice = image(3, [-9, -1, 0, 1, 9, 9]);
    const mask = image(3, [0, 0, 0, 0, 0, 1]);
    expect([...outlierSlice(slice, mask, { centre: 0, reach: 5 }).values]).toEqual([1, 0, 0, 0, 1, 0]);
  });

  it("are counted about the centre, and at the reach itself not yet", () => {
    const slice = image(2, [6, 7, -4, -3]);
    const empty = image(2, [0, 0, 0, 0]);
    expect([...outlierSlice(slice, empty, { centre: 1, reach: 5 }).values]).toEqual([0, 1, 0, 0]);
  });
});

describe("a mask's outline", () => {
  const length = (segments: Float32Array) => {
    let sum = 0;
    for (let i = 0; i < segments.length; i += 4) {
      sum += Math.hypot(segments[i + 2]! - segments[i]!, segments[i + 3]! - segments[i + 1]!);
    }
    return sum;
  };

  it("goes around one pixel as a diamond of half a pixel", () => {
    const outline = maskOutline(image(3, [0, 0, 0, 0, 1, 0, 0, 0, 0]));
    expect(outline).toHaveLength(16);
    expect(length(outline)).toBeCloseTo(4 * Math.SQRT1_2);
    expect([Math.min(...outline), Math.max(...outline)]).toEqual([1, 2]);
  });

  it("is closed where the mask touches the edge of the picture", () => {
    const outline = maskOutline(image(2, [1, 1, 1, 1]));
    expect(length(outline)).toBeCloseTo(4 + 4 * Math.SQRT1_2);
    expect([Math.min(...outline), Math.max(...outline)]).toEqual([0, 2]);
  });

  it("of an empty mask is empty", () => expect(maskOutline(image(2, [0, 0]))).toHaveLength(0));
});
