import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/checks/check.ts";
import { CHECKS } from "../../src/checks/index.ts";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { evaluateLocalResolution } from "../../src/checks/local-resolution.ts";
import {
  checkDetail,
  checkTitle,
  findingSentence,
  scoreText,
  unjudgedSentence,
  verdictWords,
} from "../../src/report/findings.ts";
import { localBFactorOf, localOccupancyOf, localResolutionOf } from "../support/sample-local.ts";
import {
  emptyMaskReport,
  sampleBackground,
  sampleBFactor,
  sampleMask,
  sampleMass,
  sampleReport,
  sampleResult,
} from "../support/sample-report.ts";

/** A report whose checks have these verdicts, from 0.a on; the rest does not apply. */
function withVerdicts(...verdicts: Verdict[]) {
  return sampleReport({
    checks: CHECKS.map(({ key }, i) =>
      sampleResult(key, verdicts[i] ?? "notApplicable", verdicts[i] === "warning" ? { codes: ["a"] } : {}),
    ),
  });
}

describe("findingSentence", () => {
  it.each<[Verdict[], string]>([
    [[], "No check could be judged"],
    [["ok"], "The one judged check passes"],
    [["warning"], "The one judged check does not pass"],
    [["ok", "ok"], "Both judged checks pass"],
    [["warning", "warning"], "None of two judged checks passes"],
    [["ok", "warning", "warning", "warning", "warning"], "One of five judged checks passes"],
    [["ok", "ok", "warning"], "Two of three judged checks pass"],
    [["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"], "All eight judged checks pass"],
  ])("%j", (verdicts, sentence) => {
    expect(findingSentence(withVerdicts(...verdicts), "corrected")).toBe(sentence);
  });

  it("speaks of the reading that is asked for", () => {
    const report = sampleReport({ checks: [sampleBackground({ masked: true })] });
    expect(findingSentence(report, "corrected")).toBe("Two of three judged checks pass");
    expect(findingSentence(report, "vrs")).toBe("Three of four judged checks pass");
  });
});

describe("unjudgedSentence", () => {
  it.each<[Verdict[], string]>([
    [["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"], ""],
    [["ok", "ok", "ok", "ok", "ok", "ok", "ok"], "One does not apply to this map."],
    [["ok", "ok", "ok", "ok", "ok", "informative"], "Two do not apply to this map and one is for information only."],
    [
      ["ok", "failed", "failed", "informative", "informative"],
      "Three do not apply to this map, two are for information only and two could not be measured.",
    ],
  ])("%j", (verdicts, sentence) => {
    expect(unjudgedSentence(withVerdicts(...verdicts), "corrected")).toBe(sentence);
  });
});

describe("words", () => {
  it.each<[Verdict, number, string]>([
    ["ok", 0, "OK"],
    ["warning", 1, "1 warning"],
    ["warning", 3, "3 warnings"],
    ["notApplicable", 0, "Does not apply"],
    ["informative", 0, "For information"],
    ["failed", 0, "Could not be measured"],
  ])("%s with %i warnings is %s", (verdict, count, words) => {
    const codes = Array.from({ length: count }, (_, i) => `mass.${i}`);
    expect(verdictWords(sampleResult("mass", verdict, { codes }), "corrected")).toBe(words);
  });

  it("names checks and scores", () => {
    expect(CHECKS.map(({ key }) => checkTitle(key))).toEqual([
      "Mass and centring",
      "Mask",
      "Background",
      "B-factor",
      "Local resolution",
      "Local B-factor",
      "Local occupancy",
      "Hand",
    ]);
    expect(scoreText({ passed: 1, evaluable: 5 })).toBe("1 of 5");
  });
});

describe("checkDetail", () => {
  const fallOff = (median: number) =>
    evaluateLocalBFactor(localBFactorOf({ median, offset: -50 }), { resolution: 4, anisotropy: 0 });
  const occupancy = (median: number, spread = 0.6) =>
    evaluateLocalOccupancy(localOccupancyOf({ median, spread }), { anisotropy: 0 });
  const look = (finest: number, reportedPercentile: number, spread = 3) =>
    evaluateLocalResolution(localResolutionOf({ finest, spread, reportedPercentile }), 3.5);
  const masked = sampleBackground({ masked: true, constantFraction: 0.7222 });
  const emptyMass = emptyMaskReport().checks[0]!;
  it.each([
    ["a local resolution", look(3.2, 40), "corrected", "Median 4.7 Å by appearance, give or take 0.4 Å"],
    [
      "one too coarse",
      look(6, 0),
      "corrected",
      "No part looks as fine as reported: median 7.5 Å by appearance, give or take 0.4 Å",
    ],
    [
      "one alike everywhere",
      look(3.2, 40, 0.001),
      "vrs",
      "The same everywhere; own method in VRS’s place, not counted",
    ],
    ["a centred map", sampleMass(), "corrected", "At most 3.1 % off centre; least margin 21.00 Å"],
    ["a narrow margin", sampleMass([4, 60]), "corrected", "4.50 Å of space on the right along z; at least 20 Å"],
    ["the same in VRS", sampleMass([4, 60]), "vrs", "6.00 Å of space on the left along z; at least 20 Å"],
    ["off centre", sampleMass([2, 20]), "corrected", "65.6 % off centre along z; at most 20 %"],
    ["an empty mask", emptyMass, "vrs", "The mask is empty: the level lies above every map value"],
    [
      "many pieces",
      sampleMask([900, 900, 900, 900, 900, 900]),
      "corrected",
      "6 pieces hold 95 % of the mass; at most 5",
    ],
    ["one piece", sampleMask([21034]), "vrs", "1 piece holds 95 % of the mass; overlap 1.00"],
    [
      "large remains",
      sampleMask([21034, 300, 300]),
      "corrected",
      "The remaining pieces hold 1012.50 Å³ on average; at most 5.06 Å³",
    ],
    [
      "little overlap",
      sampleMask([600, 400]),
      "corrected",
      "The mask covers 60 % of the thresholded map; at least 75 %",
    ],
    ["a masked map", masked, "corrected", "72.2 % of the background is one value"],
    ["outliers", sampleBackground(), "corrected", "1.2 % beyond 5 σ, at most 1 %"],
    [
      "outliers in VRS",
      sampleBackground(),
      "vrs",
      "t = 4.35, p < 0.001; 21 455 times a Gaussian’s outliers, at most 20 times",
    ],
    ["B in range", sampleBFactor(-51.25), "corrected", "B = −205 ± 17 Å²; −300 to 0"],
    ["B in range in VRS", sampleBFactor(-51.25), "vrs", "B = −205 Å²; −300 to 0"],
    ["an unsharpened map", sampleBFactor(-140), "corrected", "Not sharpened: B = −560 ± 17 Å²; −300 to 0"],
    ["an over-sharpened map", sampleBFactor(5), "corrected", "Over-sharpened: B = 20 ± 17 Å²; −300 to 0"],
    ["no resolution", sampleBFactor(0, null), "corrected", "No resolution is reported"],
    ["local B in range", fallOff(-200), "corrected", "Median B = −150 Å²; −300 to 0"],
    ["local B in range in VRS", fallOff(-200), "vrs", "Median B = −200 Å²; −300 to 0"],
    ["no local sharpening", fallOff(-400), "corrected", "Not sharpened: median B = −350 Å²; −300 to 0"],
    ["occupancy for information", occupancy(0.8), "corrected", "Median 80 % of 7 frequencies"],
    ["low occupancy in VRS", occupancy(0.4), "vrs", "Median 40 % of 7 frequencies; at least 50 %"],
    ["even occupancy in VRS", occupancy(0.8, 0.05), "vrs", "The same everywhere: median 80 % of 7 frequencies"],
    ["not measured", sampleResult("hand", "failed"), "corrected", "Not in this version yet"],
  ] as const)("%s", (_, result, reading, detail) => {
    expect(checkDetail(result, reading).replace(/[\u00a0\u202f]/g, " ")).toBe(detail);
  });
});
