import { describe, expect, it } from "vitest";
import { evaluateLocalResolution, outsideRange } from "../../src/checks/local-resolution.ts";
import { localResolutionOf } from "../support/sample-local.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);
const TOO_HIGH = "localResolution.reportedTooHigh";

describe("evaluateLocalResolution", () => {
  it.each([
    { finest: 3.2, reportedPercentile: 40, corrected: [], vrs: [] },
    { finest: 3.2, reportedPercentile: 0.1, corrected: [], vrs: [] },
    { finest: 4.4, reportedPercentile: 0, corrected: [], vrs: [TOO_HIGH] },
    { finest: 5.5, reportedPercentile: 0, corrected: [], vrs: [TOO_HIGH] },
    { finest: 5.6, reportedPercentile: 0, corrected: [TOO_HIGH], vrs: [TOO_HIGH] },
  ])("judges a finest part of $finest Å against 3.5 Å", ({ finest, reportedPercentile, corrected, vrs }) => {
    const result = evaluateLocalResolution(localResolutionOf({ finest, spread: 3, reportedPercentile }), 3.5);
    expect(codes(result.warnings.corrected)).toEqual(corrected);
    expect(codes(result.warnings.vrs)).toEqual(vrs);
    expect(result.status).toEqual({
      corrected: corrected.length > 0 ? "warning" : "ok",
      vrs: vrs.length > 0 ? "warning" : "ok",
    });
    expect(result.equivalent).toBe(true);
  });

  it("finds a map that is the same everywhere only in VRS's reading", () => {
    const result = evaluateLocalResolution(localResolutionOf({ finest: 4, spread: 0.005, reportedPercentile: 100 }), 5);
    expect(codes(result.warnings.vrs)).toEqual(["localResolution.homogeneous"]);
    expect(result.status.corrected).toBe("ok");
  });
});

describe("outsideRange", () => {
  it.each([
    [null, "No resolution"],
    [1.99, "better than 2"],
    [13.01, "worse than 13"],
  ])("refuses %s", (resolution, words) => expect(outsideRange(resolution)).toContain(words));
  it.each([2, 7, 13])("takes %d Å", (resolution) => expect(outsideRange(resolution)).toBeNull());
});
