import { describe, expect, it } from "vitest";
import type { CheckResult } from "../../src/checks/check.ts";
import { localHistogram } from "../../src/ui/check-page/local-histogram.ts";
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

describe("the histogram of a check", () => {
  const result = (key: CheckResult["key"], measurements: object | null) => ({ key, measurements }) as CheckResult;

  it("counts VRS's B-factors, whatever the reading", () => {
    const check = result("localBFactor", { histogram, whiteNoiseOffset: 10 });
    expect(localHistogram(check, "corrected")).toMatchObject({ of: "localBFactor", offset: 10, added: 0 });
    expect(localHistogram(check, "vrs")).toMatchObject({ offset: 10, added: 10 });
  });

  it("is that of local measurements alone", () => {
    expect(localHistogram(result("localOccupancy", { histogram }), "vrs")).toMatchObject({ offset: 0, added: 0 });
    expect(localHistogram(result("localOccupancy", null), "vrs")).toBeNull();
    expect(localHistogram(result("mask", { histogram }), "vrs")).toBeNull();
  });
});
