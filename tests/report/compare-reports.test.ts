import { describe, expect, it } from "vitest";
import { compareReports, isIdentical } from "../../src/report/compare-reports.ts";
import type { Report } from "../../src/report/report.ts";
import { sampleMask, sampleReport } from "../support/sample-report.ts";

const report = sampleReport();

describe("compareReports", () => {
  it("finds a report identical to itself, and to itself with its times", () => {
    expect(isIdentical(compareReports(report, report))).toBe(true);
    const timed = { ...report, createdAt: "2026-11-22T00:00:00Z", timings: { read: 1 } } as Report;
    expect(compareReports(timed, report)).toMatchObject({ map: null, software: null, fileName: null, differences: [] });
  });

  it("tells another version and another name, which change no result", () => {
    const other = sampleReport({ input: { fileName: "renamed.map" } });
    const comparison = compareReports({ ...report, software: { name: "mapassay", version: "0.0.9" } }, other);
    expect(comparison.software).toEqual({ path: "software.version", recorded: "0.0.9", found: "0.1.0" });
    expect(comparison.fileName).toEqual({ path: "input.fileName", recorded: "sample.map", found: "renamed.map" });
    expect(isIdentical(comparison)).toBe(true);
  });

  it("is not identical where the map is another file", () => {
    const comparison = compareReports(report, sampleReport({ input: { sha256: "0".repeat(64) } }));
    expect(comparison.map?.path).toBe("input.sha256");
    expect(isIdentical(comparison)).toBe(false);
  });

  it("names one changed number by its path, to the last digit", () => {
    const changed = structuredClone(report) as unknown as { checks: { measurements: { overlap: number } }[] };
    const mask = changed.checks[1]!.measurements as unknown as { constructed: { overlap: number } };
    const { overlap } = mask.constructed;
    mask.constructed.overlap = overlap * (1 + 2 ** -52);
    const { differences } = compareReports(changed as unknown as Report, report);
    expect(differences).toEqual([
      { path: "checks[1].measurements.constructed.overlap", recorded: mask.constructed.overlap, found: overlap },
    ]);
  });

  it("names what an earlier version did not record, beside that version", () => {
    const { score: _, ...earlier } = { ...report, software: { name: "mapassay", version: "0.0.9" } };
    const { software, differences } = compareReports(earlier as unknown as Report, report);
    expect(software?.recorded).toBe("0.0.9");
    expect(differences).toEqual([expect.objectContaining({ path: "score", recorded: undefined })]);
  });

  it("tells what is there on one side only", () => {
    const { differences } = compareReports(report, sampleReport({ checks: [sampleMask([21034])] }));
    expect(differences).toContainEqual(
      expect.objectContaining({ path: "checks[1].measurements.components[1]", found: undefined }),
    );
  });
});
