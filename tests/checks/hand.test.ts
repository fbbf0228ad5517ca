import { describe, expect, it } from "vitest";
import { evaluateHand } from "../../src/checks/hand.ts";
import type { HandMeasurements } from "../../src/core/hand/hand.ts";
import { checkDetail } from "../../src/report/findings.ts";
import { scoreChecks } from "../../src/report/score.ts";
import { handOf } from "../support/sample-hand.ts";

const verdicts = (measurements: HandMeasurements) => evaluateHand(measurements).status;

describe("evaluateHand", () => {
  it.each([
    ["the hand of nature", handOf({ score: 0.01 }), "ok", "ok"],
    ["its mirror image", handOf({ score: 0.99, outcome: "mirrored" }), "warning", "warning"],
    ["not determined", handOf({ score: 0.45, outcome: "undetermined", reason: "signal" }), "informative", "warning"],
    [
      "not determined on VRS's good side",
      handOf({ score: 0.4, outcome: "undetermined", reason: "signal" }),
      "informative",
      "ok",
    ],
    [
      "without a helix",
      handOf({ score: null, outcome: "undetermined", reason: "helices" }),
      "informative",
      "informative",
    ],
  ] as const)("judges %s", (_, measurements, corrected, vrs) => {
    expect(verdicts(measurements)).toEqual({ corrected, vrs });
  });

  it("warns by codes", () => {
    expect(evaluateHand(handOf({ score: 0.51, outcome: "mirrored" })).warnings.vrs[0]?.code).toBe("hand.flipped");
    const uncertain = evaluateHand(handOf({ score: 0.5, outcome: "undetermined", reason: "helices" }));
    expect(uncertain.warnings.vrs[0]?.code).toBe("hand.uncertain");
  });

  it("stays out of the score of VRS", () => {
    const results = [evaluateHand(handOf({ score: 0.01 }))];
    expect(scoreChecks(results, "vrs").evaluable).toBe(0);
    expect(scoreChecks(results, "corrected")).toEqual({ passed: 1, evaluable: 1 });
  });

  it("is summed up in a line", () => {
    const line = (measurements: HandMeasurements) => checkDetail(evaluateHand(measurements), "corrected");
    expect(line(handOf({ score: 0.013 }))).toBe("Score 0.01: helices are right-handed at 40 helix-like places");
    expect(line(handOf({ score: 0.5, outcome: "undetermined", reason: "helices" }))).toBe(
      "Undetermined (score 0.50): too few helices",
    );
    expect(line(handOf({ score: null, outcome: "undetermined", reason: "helices" }))).toBe(
      "Undetermined: no helix was found",
    );
  });
});
