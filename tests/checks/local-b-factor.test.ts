import { describe, expect, it } from "vitest";
import { evaluateLocalBFactor } from "../../src/checks/local-b-factor.ts";
import { localBFactorOf } from "../support/sample-local.ts";

const CONTEXT = { resolution: 4, anisotropy: 0 };
const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

describe("evaluateLocalBFactor", () => {
  it("passes medians inside the range", () => {
    const result = evaluateLocalBFactor(localBFactorOf({ median: -200, offset: -50 }), CONTEXT);
    expect(result.status).toEqual({ corrected: "ok", vrs: "ok" });
    expect(result.reason).toBeUndefined();
  });

  it.each([
    // median in VRS, offset, and the codes of both readings
    [-310, -50, [], ["localBFactor.outOfRange"]],
    [-360, -50, ["localBFactor.notSharpened"], ["localBFactor.outOfRange"]],
    [-20, -50, ["localBFactor.overSharpened"], []],
    [10, 20, [], ["localBFactor.outOfRange"]],
    [0, 0, [], []],
    [-300, 0, [], []],
  ] as const)("judges a median of %d with an offset of %d", (median, offset, corrected, vrs) => {
    const result = evaluateLocalBFactor(localBFactorOf({ median, offset }), CONTEXT);
    expect(codes(result.warnings.corrected)).toEqual(corrected);
    expect(codes(result.warnings.vrs)).toEqual(vrs);
  });

  it("warns of one value everywhere in both readings, before the median", () => {
    const result = evaluateLocalBFactor(localBFactorOf({ median: -400, offset: 0, spread: 0.005 }), CONTEXT);
    expect(codes(result.warnings.corrected)).toEqual(["localBFactor.homogeneous", "localBFactor.notSharpened"]);
    expect(codes(result.warnings.vrs)).toEqual(["localBFactor.homogeneous", "localBFactor.outOfRange"]);
  });

  it.each([
    [{ resolution: 15, anisotropy: 0 }, "15 Å"],
    [{ resolution: 40, anisotropy: 0 }, "15 Å"],
    [{ resolution: 12, anisotropy: 0 }, "narrower than 3 filters"],
    [{ resolution: 4, anisotropy: 0.02 }, "not cubic"],
  ])("does not apply the corrected reading to %o", (context, words) => {
    const result = evaluateLocalBFactor(localBFactorOf({ median: -400, offset: 0 }), context);
    expect(result.status).toEqual({ corrected: "notApplicable", vrs: "warning" });
    expect(result.warnings.corrected).toEqual([]);
    expect(result.reason).toContain(words);
  });
});
