import { describe, expect, it } from "vitest";
import { abstractSentences } from "../../../src/report/text/abstract.ts";
import { findSharedCause, sharedCause } from "../../../src/report/text/shared-cause.ts";
import {
  emptyMaskReport,
  sampleBackground,
  sampleBFactor,
  sampleMask,
  sampleMass,
  sampleReport,
  sampleResult,
} from "../../support/sample-report.ts";

const QUIET = { corrected: { effectiveVoxels: 5000, t: 0.1, p: 0.9, outlierPercent: 0, outlierRatio: 0 } };

describe("abstractSentences", () => {
  it("always speaks of centring, mask and background, and of the others only when they warn", () => {
    const checks = [sampleMask([5000]), sampleBackground(QUIET)];
    expect(abstractSentences(sampleReport({ checks }), "corrected")).toEqual([
      "The map is well centred in its box and has room on every side.",
      "At level 0.120 its mass holds together.",
      "Its background is flat, without a mean of its own.",
    ]);
  });

  it("says what warns", () => {
    const checks = [
      sampleMass([2, 20]),
      sampleMask([500, 400]),
      sampleBFactor(-140),
      sampleResult("localResolution", "warning", { codes: ["localResolution.reportedTooHigh"] }),
      sampleResult("hand", "warning", { codes: ["hand.flipped"] }),
    ];
    expect(abstractSentences(sampleReport({ checks }), "corrected")).toEqual([
      "The map is off centre along z and comes close to the faces of its box.",
      "At level 0.120 it falls into 2 pieces, and the mask holds only the largest of them.",
      "Its background holds more extreme values than noise has.",
      "Its amplitudes fall as in a map that was not sharpened.",
      "By its appearance no part of it reaches the reported resolution.",
      "It shows the mirror image of the molecule.",
    ]);
  });

  it("follows the reading", () => {
    const report = sampleReport({ checks: [sampleBackground({ masked: true })] });
    expect(abstractSentences(report, "corrected")[2]).toBe("It is masked: its background cannot be tested.");
    expect(abstractSentences(report, "vrs")[2]).toContain("a mean that is not zero and more extreme values");
  });

  it("mentions a missing resolution", () => {
    const report = sampleReport({ input: { resolution: null }, checks: [sampleBFactor(0, null)] });
    expect(abstractSentences(report, "corrected").at(-1)).toBe(
      "No resolution was reported; the checks that need one do not apply.",
    );
  });

  it("has one sentence for an empty mask", () => {
    expect(abstractSentences(emptyMaskReport(), "corrected")).toEqual([
      "No voxel reaches the contour level, so nothing could be measured.",
    ]);
  });
});

describe("sharedCause", () => {
  const apart = [sampleMass([2, 20]), sampleMask([500, 400])];

  it("names the level when the mask holds part of a map in pieces", () => {
    expect(sharedCause(sampleReport({ checks: apart }))).toContain("at 0.120 the map falls into 2 pieces");
  });

  it("proposes a level below, never one above", () => {
    expect(sharedCause(sampleReport({ checks: apart }))).toContain("such as 0.0900");
    expect(sharedCause(sampleReport({ checks: apart, input: { contourLevel: 0.05 } }))).not.toContain("such as");
  });

  it("judges by the reading that is asked for", () => {
    const report = sampleReport({ checks: apart });
    for (const reading of ["corrected", "vrs"] as const) {
      expect(findSharedCause(report, reading)?.remedy?.level, reading).toBe(0.09);
    }
  });

  it("is silent when one of the two checks passes", () => {
    expect(sharedCause(sampleReport())).toBeNull();
    expect(sharedCause(sampleReport({ checks: [sampleMask([500, 400])] }))).toBeNull();
  });
});
