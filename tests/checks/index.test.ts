import { describe, expect, test } from "vitest";
import { type CheckResult, judged } from "../../src/checks/check.ts";
import { CHECKS, failedCheck, withoutMask } from "../../src/checks/index.ts";

test("the checks of Level 0, in the report's order", () => {
  expect(CHECKS.map(({ id, key }) => [id, key])).toEqual([
    ["0.a", "mass"],
    ["0.b", "mask"],
    ["0.c", "background"],
    ["0.d", "bFactor"],
    ["0.e", "localResolution"],
    ["0.f", "localBFactor"],
    ["0.g", "localOccupancy"],
    ["0.h", "hand"],
  ]);
  expect(CHECKS[0]).toMatchObject({ title: "Mass analysis" });
});

describe.each(CHECKS)("$key", (check) => {
  const empty: Partial<CheckResult> = { ...check, warnings: { corrected: [], vrs: [] }, measurements: {} };

  test("that failed says why, warns of nothing and holds no numbers", () => {
    const status = { corrected: "failed", vrs: "failed" };
    expect(failedCheck(check, "no memory")).toEqual({ ...empty, status, reason: "no memory" });
  });

  test("without a mask does not apply", () => {
    const status = { corrected: "notApplicable", vrs: "notApplicable" };
    const result = withoutMask(check);
    expect(result).toEqual({ ...empty, status, reason: result.reason });
    expect(result.reason).toMatch(/mask is empty/);
  });
});

test("one warning makes a warning", () => {
  expect(judged([])).toBe("ok");
  expect(judged([{ code: "mask.overlap", message: "" }])).toBe("warning");
});
