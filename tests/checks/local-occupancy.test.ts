import { describe, expect, it } from "vitest";
import { evaluateLocalOccupancy } from "../../src/checks/local-occupancy.ts";
import { localOccupancyOf } from "../support/sample-local.ts";

const codes = (warnings: readonly { readonly code: string }[]) => warnings.map(({ code }) => code);

describe("evaluateLocalOccupancy", () => {
  it.each([
    [0.8, 0.6, []],
    [0.5, 0.6, []],
    [0.4, 0.6, ["localOccupancy.low"]],
    [0.8, 0.05, ["localOccupancy.homogeneous"]],
    [0.4, 0.05, ["localOccupancy.homogeneous", "localOccupancy.low"]],
  ] as const)(
    "judges a median of %d and a spread of %d in VRS, and only informs when corrected",
    (median, spread, expected) => {
      const result = evaluateLocalOccupancy(localOccupancyOf({ median, spread }), { anisotropy: 0 });
      expect(codes(result.warnings.vrs)).toEqual(expected);
      expect(result.status.vrs).toBe(expected.length > 0 ? "warning" : "ok");
      expect(result.status.corrected).toBe("informative");
      expect(result.warnings.corrected).toEqual([]);
    },
  );

  it("does not apply to voxels that are not cubic", () => {
    const result = evaluateLocalOccupancy(localOccupancyOf({ median: 0.8, spread: 0.6 }), { anisotropy: 0.02 });
    expect(result.status).toEqual({ corrected: "notApplicable", vrs: "ok" });
    expect(result.reason).toContain("not cubic");
  });
});
