import { describe, expect, it } from "vitest";
import type { CheckResult, Verdict } from "../../src/checks/check.ts";
import { scoreChecks } from "../../src/report/score.ts";
import { sampleResult } from "../support/sample-report.ts";

const both = (verdict: Verdict, more: Partial<CheckResult> = {}) => sampleResult("mass", verdict, more);
const differing = (corrected: Verdict, vrs: Verdict) => both("ok", { status: { corrected, vrs } });

describe("scoreChecks", () => {
  it.each([
    { name: "no checks", checks: [], corrected: [0, 0], vrs: [0, 0] },
    { name: "ok passes and is judged", checks: [both("ok")], corrected: [1, 1], vrs: [1, 1] },
    { name: "a warning is judged", checks: [both("warning")], corrected: [0, 1], vrs: [0, 1] },
    {
      name: "the rest counts nowhere",
      checks: [both("notApplicable"), both("informative"), both("failed")],
      corrected: [0, 0],
      vrs: [0, 0],
    },
    {
      name: "readings are apart",
      checks: [differing("notApplicable", "warning"), differing("ok", "informative")],
      corrected: [1, 1],
      vrs: [0, 1],
    },
    {
      name: "a method of our own stays out of the vrs score",
      checks: [both("ok", { equivalent: true }), both("warning", { equivalent: true }), both("ok")],
      corrected: [2, 3],
      vrs: [1, 1],
    },
  ])("$name", ({ checks, corrected, vrs }) => {
    expect(scoreChecks(checks, "corrected")).toEqual({ passed: corrected[0], evaluable: corrected[1] });
    expect(scoreChecks(checks, "vrs")).toEqual({ passed: vrs[0], evaluable: vrs[1] });
  });

  it("gives VRS's 4 of 6 for the verdicts that VRS printed for EMD-2111", () => {
    const verdicts: Verdict[] = ["ok", "ok", "warning", "ok", "notApplicable", "warning", "ok", "notApplicable"];
    const checks = verdicts.map((verdict, i) => both(verdict, i === 4 || i === 7 ? { equivalent: true } : {}));
    expect(scoreChecks(checks, "vrs")).toEqual({ passed: 4, evaluable: 6 });
  });
});
