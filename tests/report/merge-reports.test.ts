import { describe, expect, it } from "vitest";
import { mergedRow, toCsv, toJsonLines } from "../../src/report/merge-reports.ts";
import { emptyMaskReport, sampleReport } from "../support/sample-report.ts";

const asWritten = (report: unknown) => JSON.parse(JSON.stringify(report)) as unknown;
const report = sampleReport({ input: { title: 'A "map", in two\nlines' } });
const REFUSAL = {
  schemaVersion: 1,
  software: { name: "mapassay", version: "0.1.0" },
  input: { fileName: "crystal.map" },
  error: { code: "map.crystal", message: "A crystal.", fields: {} },
};

describe("the row of a report", () => {
  const row = mergedRow("reports/a.json", asWritten(report));

  it("identifies the report, its input and its score", () => {
    expect(row).toMatchObject({
      report: "reports/a.json",
      error: null,
      fileName: report.input.fileName,
      "box.0": 64,
      resolution: 6.5,
      "score.corrected.passed": report.score.corrected.passed,
      "score.vrs.evaluable": report.score.vrs.evaluable,
    });
  });

  it("has the verdicts and warnings of both readings, and the key numbers as the JSON has them", () => {
    const mask = report.checks[1]!;
    const measured = mask.measurements as { componentCount: number };
    expect(row).toMatchObject({
      "mask.corrected": mask.status.corrected,
      "mask.corrected.warnings": mask.warnings.corrected.map(({ code }) => code).join(" "),
      "mask.componentCount": measured.componentCount,
      "localBFactor.corrected": "failed",
      "localBFactor.corrected.percentiles.p50": null,
    });
    expect(row["mask.corrected.warnings"]).toMatch(/^mask\.\w+/);
  });

  it("has the same columns whatever was measured, for a refused map too", () => {
    const names = Object.keys(row);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(mergedRow("b", asWritten(emptyMaskReport())))).toEqual(names);
    const refused = mergedRow("c", REFUSAL);
    expect(Object.keys(refused)).toEqual(names);
    expect(refused).toMatchObject({ error: "map.crystal", fileName: "crystal.map", "mass.corrected": null });
  });

  it("is refused for what is no report", () => {
    expect(() => mergedRow("d", { schemaVersion: 2 })).toThrow("schemaVersion");
    expect(() => mergedRow("d", [])).toThrow();
  });
});

/** Fields of a table by RFC 4180, character by character. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1)!;
    const character = text[i]!;
    if (character === '"' && quoted && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) row.push("");
    else if (character === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += character;
  }
  return rows.slice(0, -1);
}

describe("a merged table", () => {
  const rows = [mergedRow("a.json", asWritten(report)), mergedRow("c.json", REFUSAL)];

  it("holds every field of every row as CSV", () => {
    const [header, ...lines] = parseCsv(toCsv(rows));
    expect(header).toEqual(Object.keys(rows[0]!));
    expect(lines).toEqual(rows.map((row) => Object.values(row).map((value) => String(value ?? ""))));
    expect(lines[0]![header!.indexOf("title")]).toBe('A "map", in two\nlines');
  });

  it("holds them as JSON lines", () => {
    const lines = toJsonLines(rows).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });
});
