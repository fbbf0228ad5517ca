import { describe, expect, it } from "vitest";
import { percentilesOf, shiftPercentiles, spreadOf, valueHistogram } from "../../../src/core/volume/distribution.ts";

describe("percentilesOf", () => {
  it("interpolates as numpy.percentile does", () => {
    expect(percentilesOf(Float32Array.of(0, 1, 2, 3, 4))).toEqual({ p2_5: 0.1, p25: 1, p50: 2, p75: 3, p97_5: 3.9 });
  });

  it("has none without values, or without an offset to take off", () => {
    const none = { p2_5: null, p25: null, p50: null, p75: null, p97_5: null };
    expect(percentilesOf(new Float32Array())).toEqual(none);
    expect(shiftPercentiles(percentilesOf(Float32Array.of(1, 2)), null)).toEqual(none);
    expect(spreadOf(none)).toBe(0);
  });
});

describe("valueHistogram", () => {
  it("has 25 equal bins, the last one closed", () => {
    const { edges, counts } = valueHistogram(Float32Array.from({ length: 101 }, (_, i) => i));
    expect(edges).toHaveLength(26);
    expect([edges[0], edges[1], edges[25]]).toEqual([0, 4, 100]);
    expect(counts).toEqual([...new Array(24).fill(4), 5]);
  });

  it("is one unit wide about a single value", () => {
    const { edges, counts } = valueHistogram(Float32Array.of(2, 2, 2));
    expect([edges[0], edges[25]]).toEqual([1.5, 2.5]);
    expect(counts[12]).toBe(3);
  });
});
