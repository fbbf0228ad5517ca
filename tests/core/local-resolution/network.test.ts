import { describe, expect, it } from "vitest";
import { LOCAL_RESOLUTION_LIMITS } from "../../../src/checks/local-resolution.ts";
import { POINT_FEATURES } from "../../../src/core/local-resolution/features.ts";
import { loadMethod } from "../../../src/core/local-resolution/method.ts";
import {
  evaluateNetworks,
  makeLayerRoom,
  networksForMap,
  readNetworks,
} from "../../../src/core/local-resolution/network.ts";
import stored from "../../../src/core/local-resolution/weights.json" with { type: "json" };

describe("stored networks", () => {
  const silent = { weights: "0 0", biases: "0 0" };
  const networks = readNetworks({
    points: { mean: "1 -2", deviation: "2 0.5" },
    map: { mean: "3", deviation: "0.5" },
    unit: 0.125,
    members: [
      [
        { weights: "8 -8", biases: "0 0" },
        { weights: "8 -8 4 16 8 0 0 4", biases: "2 -8" },
        { weights: "24 -32", biases: "1" },
      ],
      [silent, { weights: "0 0 0 0 0 0 0 0", biases: "0 8" }, { weights: "0 17", biases: "0" }],
    ],
  });
  const evaluate = (map: number, inputs: Float64Array) => {
    const ofPoints = networksForMap(networks, Float64Array.of(map));
    return evaluateNetworks(ofPoints, inputs, makeLayerRoom(ofPoints));
  };

  it("scale their inputs, rectify between layers and not at the end, and take the mean of the members", () => {
    // A map of 3 has no summary. Inputs (2, 3): hidden 2 + 1.5 + 0.25 and −2 + 6 − 1; 11.25 − 12 + 0.125. The other: 2.125.
    expect(evaluate(3, Float64Array.of(5, -0.5))).toBe((-0.625 + 2.125) / 2);
    // Inputs (−2, 0): hidden −1.75 → 0 and 2 − 1 = 1.
    expect(evaluate(3, Float64Array.of(-3, -2))).toBe((-3.875 + 2.125) / 2);
  });

  it("read a summary of the map", () => {
    // A map of 4 is 2, its summary (2, 0): hidden 3.75 + 2 and 3; 17.25 − 12 + 0.125.
    expect(evaluate(4, Float64Array.of(5, -0.5))).toBe((5.375 + 2.125) / 2);
    // A map of 2 is −2, its summary (0, 2): hidden 3.75 and 3 + 1; 11.25 − 16 + 0.125.
    expect(evaluate(2, Float64Array.of(5, -0.5))).toBe((-4.625 + 2.125) / 2);
  });

  it("keep their inputs within ten deviations, and those of a map within three", () => {
    expect(evaluate(300, Float64Array.of(500, -0.5))).toBe(evaluate(4.5, Float64Array.of(21, -0.5)));
  });
});

describe.each(["used", "none"] as const)("the method with background %s", (background) => {
  const { networks, facts } = loadMethod(background);

  it("has a number for every feature", () => {
    expect([networks.points.mean.length, networks.points.deviation.length]).toEqual([POINT_FEATURES, POINT_FEATURES]);
    for (const [summing, first] of networks.members) {
      expect(summing!.inputs).toBe(networks.map.mean.length);
      expect(first!.inputs).toBe(POINT_FEATURES + summing!.outputs);
    }
    for (const { inputs: from, outputs, weights, biases } of networks.members.flat()) {
      expect(weights.length).toBe(from * outputs);
      expect([...weights, ...biases].every(Number.isFinite)).toBe(true);
    }
  });

  it("doubts no map of the accuracy test that was reported right", () => {
    const { all, unsharpened } = stored.accuracy[background];
    expect(unsharpened.maps).toBeGreaterThan(10);
    for (const { falseWarnings } of [all, unsharpened]) {
      expect(falseWarnings.corrected).toBe(0);
      // Half of the margin is left to what is not simulated.
      expect(falseWarnings.worst).toBeLessThan(LOCAL_RESOLUTION_LIMITS.margin / 2);
    }
  });

  it("knows its error", () => {
    expect(facts.accuracy.maps).toBeGreaterThan(100);
    expect(facts.accuracy.meanError).toBeGreaterThan(0.1);
    expect(facts.accuracy.percentileErrors.p50).toBeLessThanOrEqual(0.4);
  });

  it("was as good as was aimed at where the truth is known", () => {
    const { filtered, blurred } = stored.accuracy[background];
    expect(filtered.r).toBeGreaterThanOrEqual(0.97);
    expect(filtered.meanError).toBeLessThanOrEqual(0.35);
    expect(blurred.r).toBeGreaterThanOrEqual(0.9);
    expect(blurred.meanError).toBeLessThanOrEqual(0.75);
    expect(blurred.withinMap).toBeGreaterThanOrEqual(0.55);
  });
});
