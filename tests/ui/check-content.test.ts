import { describe, expect, it } from "vitest";
import type { CheckResult, Reading } from "../../src/checks/check.ts";
import { checkContent } from "../../src/ui/check-page/content/check-content.ts";
import type { CheckContent } from "../../src/ui/check-page/content/content.ts";
import {
  sampleBackground,
  sampleBFactor,
  sampleMask,
  sampleMass,
  sampleReport,
  sampleResult,
} from "../support/sample-report.ts";

const PARAMETERS = { contourLevel: 0.12, contourSource: "user", resolution: 6.5 } as const;

function contentOf(result: CheckResult, reading: Reading = "corrected"): CheckContent {
  return checkContent({ result, reading, parameters: PARAMETERS })!;
}

function outside({ tables }: CheckContent): string[] {
  return tables.flatMap((table) =>
    table.rows.filter((row) => row.cells.some((cell) => cell.state === "outside")).map((row) => row.label),
  );
}

function firstFigure({ tables }: CheckContent, label: string): string | undefined {
  return tables.flatMap((table) => table.rows).find((row) => row.label === label)?.cells[0]?.text;
}

describe("the page of a check", () => {
  it("marks the numbers that warn, and no others", () => {
    expect(outside(contentOf(sampleMass()))).toEqual([]);
    expect(outside(contentOf(sampleMass([0, 20])))).toEqual(["Empty space on the left", "Mask off centre"]);
    expect(outside(contentOf(sampleBFactor(-100)))).toEqual(["B-factor"]);
    expect(outside(contentOf(sampleBFactor(-50)))).toEqual([]);
    expect(outside(contentOf(sampleBackground()))).toEqual(["Beyond 5 σ of the mean"]);
    expect(outside(contentOf(sampleBackground(), "vrs"))).toEqual(["p", "Times as many as in a Gaussian"]);
    expect(outside(contentOf(sampleBackground({ masked: true })))).toEqual([]);
    const pieces = Array.from({ length: 12 }, () => 100);
    expect(outside(contentOf(sampleMask(pieces)))).toEqual([
      "Components for 95 % of the mass",
      "Share of the raw mask inside it",
    ]);
  });

  it("shows the numbers of the open reading", () => {
    const label = "Empty space on the right";
    expect(firstFigure(contentOf(sampleMass()), label)).toBe("22.50\u00a0Å");
    expect(firstFigure(contentOf(sampleMass(), "vrs"), label)).toBe("24.00\u00a0Å");
    const mean = "Their mean volume";
    expect(firstFigure(contentOf(sampleMask([900, 20, 10]), "vrs"), mean)).toBe("3.38\u00a0Å³");
    expect(firstFigure(contentOf(sampleMask([900, 20, 10])), mean)).toBe("50.62\u00a0Å³");
  });

  it("draws the mass curve and the Guinier plot", () => {
    expect(contentOf(sampleMask()).plot?.rules).toEqual([{ at: 0.12, label: "0.120" }]);
    expect(contentOf(sampleBFactor()).plot?.curves.map((curve) => curve.name)).toContain("fitted line");
    expect(contentOf(sampleMass()).plot).toBeNull();
  });

  it("gives every row as many figures as its table has columns", () => {
    for (const result of sampleReport().checks.slice(0, 4)) {
      for (const reading of ["corrected", "vrs"] as const) {
        for (const table of contentOf(result, reading).tables) {
          for (const row of table.rows) expect(row.cells).toHaveLength(table.head.length);
        }
      }
    }
  });

  it("has none for a check that was not measured", () => {
    const result = sampleResult("hand", "failed");
    expect(checkContent({ result, reading: "corrected", parameters: PARAMETERS })).toBeNull();
  });

  it("speaks the design guide's language", () => {
    const words = sampleReport()
      .checks.slice(0, 4)
      .map((result) => JSON.stringify({ ...contentOf(result), plot: null }))
      .join(" ");
    expect(words).not.toMatch(/please|oops|successfully|!|\bpass(es)?\b|\bfail/i);
    expect(words).not.toMatch(/(?<![\w.eE])-\d/);
  });
});
