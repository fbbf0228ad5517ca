import { describe, expect, it } from "vitest";
import { binsOf, markedIndex, markOf } from "../../src/ui/marked/bins.ts";

const histogram = { edges: [-40, -20, 0], counts: [7, 5] };

describe("the bins of a histogram", () => {
  const bins = binsOf(histogram, 10);

  it("are in the values of the volume", () =>
    expect(bins).toEqual([
      { from: -50, to: -30, voxels: 7 },
      { from: -30, to: -10, voxels: 5 },
    ]));

  it("are marked up to their upper end, the last with all above", () => {
    expect(markOf("map", bins, 0)).toEqual({ of: "map", from: -50, to: -30 });
    expect(markOf("map", bins, 1)?.to).toBe(Number.POSITIVE_INFINITY);
    expect(markOf("map", bins, -1)).toBeNull();
    expect(markOf("map", bins, 2)).toBeNull();
  });

  it("are found again, in their own histogram only", () => {
    expect(markedIndex("map", bins, markOf("map", bins, 1))).toBe(1);
    expect(markedIndex("localOccupancy", bins, markOf("map", bins, 1))).toBe(-1);
    expect(markedIndex("map", bins, null)).toBe(-1);
  });
});
