import { describe, expect, it } from "vitest";
import { LOCAL_RESOLUTION_LIMITS } from "../../../src/checks/local-resolution.ts";
import { BAND_WAVELENGTHS } from "../../../src/core/local-resolution/bands.ts";
import { loadMethod } from "../../../src/core/local-resolution/method.ts";
import { evaluateNetwork, makeLayerRoom, readNetwork } from "../../../src/core/local-resolution/network.ts";
import stored from "../../../src/core/local-resolution/weights.json" with { type: "json" };

describe("a stored network", () => {
  const network = readNetwork({
    mean: "1 -2",
    deviation: "2 0.5",
    members: [
      [
        { weights: "1 -1 0.5 2", biases: "0.25 -1" },
        { weights: "3 -4", biases: "0.125" },
      ],
      [
        { weights: "0 0 0 0", biases: "0 1" },
        { weights: "0 2.125", biases: "0" },
      ],
    ],
  });

  it("scales its inputs, rectifies between layers and not at the end, and takes the mean of its members", () => {
    // Inputs (2, 3) after scaling; hidden 2 + 1.5 + 0.25 = 3.75 and −2 + 6 − 1 = 3; 11.25 − 12 + 0.125. The other: 2.125.
    expect(evaluateNetwork(network, Float64Array.of(5, -0.5), makeLayerRoom(network))).toBe((-0.625 + 2.125) / 2);
    // Inputs (−2, 0): hidden −1.75 → 0 and 2 − 1 = 1.
    expect(evaluateNetwork(network, Float64Array.of(-3, -2), makeLayerRoom(network))).toBe((-3.875 + 2.125) / 2);
  });
});

describe.each([
  ["used", 5],
  ["none", 4],
] as const)("the method with background %s", (background, blocks) => {
  const { network, facts } = loadMethod(background);

  it("has a number for every feature", () => {
    const inputs = blocks * BAND_WAVELENGTHS.length;
    expect([network.mean.length, network.deviation.length]).toEqual([inputs, inputs]);
    for (const [first] of network.members) expect(first!.inputs).toBe(inputs);
    for (const { inputs: from, outputs, weights, biases } of network.members.flat()) {
      expect(weights.length).toBe(from * outputs);
      expect([...weights, ...biases].every(Number.isFinite)).toBe(true);
    }
  });

  it("doubts no map of the accuracy test that was reported right", () => {
    const { all, unsharpened } = stored.accuracy[background];
    expect(unsharpened.maps).toBeGreaterThan(10);
    for (const { falseWarnings } of [all, unsharpened]) {
      expect(falseWarnings.corrected).toBe(0);
      expect(falseWarnings.worst).toBeLessThan(LOCAL_RESOLUTION_LIMITS.margin / 2);
    }
  });

  it("knows its error", () => {
    expect(facts.accuracy.maps).toBeGreaterThan(100);
    expect(facts.accuracy.meanError).toBeGreaterThan(0.1);
    expect(facts.accuracy.percentileErrors.p50).toBeLessThan(0.6);
  });
});
