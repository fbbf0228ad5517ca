import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { extractReport } from "../../src/report/extract-report.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { renderPdf } from "../../src/report/pdf/render-pdf.ts";
import { renderJson } from "../../src/report/render-json.ts";
import { reportFonts } from "../support/fonts.ts";
import { sampleFigures } from "../support/sample-figures.ts";
import { emptyMaskReport, sampleReport } from "../support/sample-report.ts";

const figures = sampleFigures({ size: 8, surfaceSize: 8 });
const bytes = (text: string) => new TextEncoder().encode(text);
const folder = mkdtempSync(join(tmpdir(), "extract-"));
afterAll(() => rmSync(folder, { recursive: true }));

const REPORTS = {
  "the sample": sampleReport(),
  "the VRS reading of an empty mask": { ...emptyMaskReport(), reading: "vrs" as const },
  "a title that would end the element": sampleReport({ input: { title: "</script> & 地図 <mapassay:report>" } }),
};

describe.each(Object.entries(REPORTS))("the report of %s", (_, report) => {
  const json = renderJson(report);
  it.each([
    ["JSON", () => bytes(json)],
    ["JSON with a byte order mark", () => bytes(`\ufeff${json}`)],
    ["HTML", () => bytes(renderHtml({ report, figures }))],
    ["PDF", () => renderPdf({ report, figures, fonts: reportFonts() })],
  ])("comes back from %s, digit for digit", (_form, write) => {
    expect(renderJson(extractReport(write()))).toBe(json);
  });
});

describe("a file that holds no report", () => {
  const pdf = renderPdf({ report: sampleReport(), figures, fonts: reportFonts() });
  const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const sample = JSON.parse(renderJson(sampleReport()));
  const damaged = Buffer.from(pdf)
    .toString("latin1")
    .replace(/(<mapassay:report>.{20}).{40}/, "$1");

  it.each([
    ["nothing", bytes("")],
    ["a map", new Uint8Array(2000)],
    ["a PDF of others", bytes("%PDF-1.3 …")],
    ["a page of others", bytes("<!doctype html><p>Hello")],
    ["JSON of others", bytes('{"schemaVersion":2}')],
    ["half a JSON", bytes(renderJson(sampleReport()).slice(0, 500))],
    ["a damaged PDF", latin(damaged)],
    ["a refused map", bytes('{"schemaVersion":1,"input":{"fileName":"a"},"error":{"code":"map.crystal"}}')],
    ["a level that is text", bytes(JSON.stringify({ ...sample, input: { ...sample.input, contourLevel: "1" } }))],
    ["an unknown reading", bytes(JSON.stringify({ ...sample, reading: "mine" }))],
  ])("is refused in words: %s", (_, file) => {
    expect(() => extractReport(file)).toThrow(expect.objectContaining({ code: "report.notAReport" }));
  });
});

describe.each([0, 2])("a report of schema %i", (schemaVersion) => {
  const other = { ...sampleReport(), schemaVersion, software: { name: "mapassay", version: "9.9.9" } } as never;

  it.each([
    ["JSON", () => bytes(renderJson(other))],
    ["HTML", () => bytes(renderHtml({ report: other, figures }))],
    ["PDF", () => renderPdf({ report: other, figures, fonts: reportFonts() })],
  ])("is told from what is no report, and sent to the version that wrote it: %s", (_form, write) => {
    expect(() => extractReport(write())).toThrow(
      expect.objectContaining({
        code: "report.otherSchema",
        message: expect.stringMatching(
          /^The report is of schema [02], .* Verify it with MapAssay 9\.9\.9, which wrote it\.$/,
        ),
        fields: { schema: schemaVersion, version: "9.9.9" },
      }),
    );
  });
});

const noQpdf = spawnSync("qpdf", ["--version"]).error !== undefined;
it.skipIf(noQpdf)("the metadata is where PDF readers look for it, if qpdf is installed", () => {
  const path = join(folder, "report.pdf");
  writeFileSync(path, renderPdf({ report: sampleReport(), figures, fonts: reportFonts() }));
  const { stdout } = spawnSync("qpdf", ["--json", "--json-key=qpdf", path], { encoding: "utf8", maxBuffer: 2 ** 27 });
  expect(stdout).toMatch(/"\/Metadata": "\d+ 0 R"/);
  expect(spawnSync("qpdf", ["--check", path]).status).toBe(0);
});
