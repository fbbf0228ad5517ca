import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode } from "fast-png";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReportFigures } from "../../../src/report/figures.ts";
import { renderPdf } from "../../../src/report/pdf/render-pdf.ts";
import type { Report } from "../../../src/report/report.ts";
import { reportFonts } from "../../support/fonts.ts";
import { pageFills } from "../../support/page-fills.ts";
import { sampleFigures } from "../../support/sample-figures.ts";
import { emptyMaskReport, sampleBFactor, sampleMask, sampleReport, sampleResult } from "../../support/sample-report.ts";

const fonts = reportFonts();
const figures = sampleFigures();
const bare: ReportFigures = {
  central: figures.central,
  maxVariance: figures.maxVariance,
  projections: figures.projections,
};
const folder = mkdtempSync(join(tmpdir(), "report-"));
const missing = (program: string) => spawnSync(program, ["--version"]).error !== undefined;

afterAll(() => rmSync(folder, { recursive: true }));

function render(report: Report, pictures: ReportFigures = figures): Uint8Array {
  return renderPdf({ report, figures: pictures, fonts });
}

/** The words of the file, line by line, with plain blanks. */
function textOf(pdf: Uint8Array): string {
  const path = join(folder, "report.pdf");
  writeFileSync(path, pdf);
  return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).replace(/[\u00a0\u202f\u2002]/g, " ");
}

function pixelsOf(png: Uint8Array): string {
  return createHash("sha256").update(decode(png).data).digest("hex");
}

const GREEK = "Πρωτεϊνικό σύμπλεγμα ριβοσώματος, ανακατασκευή σε 3,2 Å — ΩΨ";
const COARSE = [
  sampleBFactor(0, null),
  ...(["localResolution", "localBFactor", "localOccupancy", "hand"] as const).map((key) =>
    sampleResult(key, "notApplicable", { reason: "The reported resolution is worse than 15 Å." }),
  ),
];

const CASES: [name: string, report: Report, figures: ReportFigures][] = [
  ["the sample", sampleReport(), figures],
  ["the VRS reading", sampleReport({ reading: "vrs" }), figures],
  [
    "no resolution and no pictures",
    sampleReport({ input: { resolution: null }, checks: [sampleBFactor(0, null)] }),
    bare,
  ],
  ["an empty mask", emptyMaskReport(), bare],
  ["one component, nothing remains", sampleReport({ checks: [sampleMask([21034])] }), figures],
  [
    "100 rows of components",
    sampleReport({ checks: [sampleMask(Array.from({ length: 400 }, (_, i) => 1000 - i))] }),
    figures,
  ],
  ["a resolution worse than 15 Å", sampleReport({ input: { resolution: 18 }, checks: COARSE }), figures],
  ["a Greek title of sixty letters", sampleReport({ input: { title: GREEK, fileName: `${GREEK}.mrc` } }), figures],
];

/** The files of the cases, by name: most tests read the same ones. */
const rendered = new Map<string, Uint8Array>();
beforeAll(() => {
  for (const [name, report, pictures] of CASES) rendered.set(name, render(report, pictures));
});

describe("renderPdf", () => {
  const sample = () => rendered.get("the sample")!;

  it("gives the same bytes twice", () => {
    const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(digest(render(sampleReport()))).toBe(digest(sample()));
  });

  it("holds no clock", () => {
    expect(Buffer.from(sample()).toString("latin1")).toContain("/CreationDate (D:19700101000000+00'00')");
  });

  it("stays small", () => {
    expect(sample().length).toBeLessThan(3_000_000);
  });

  it.each(CASES.map(([name]) => name))("leaves no page but the last half empty: %s", (name) => {
    const fills = pageFills(rendered.get(name)!).slice(0, -1);
    expect(fills.length).toBeGreaterThan(5);
    expect(Math.min(...fills)).toBeGreaterThan(0.6);
  });

  it.skipIf(missing("pdfimages"))("holds every picture once, pixel for pixel, if pdfimages is installed", () => {
    const path = join(folder, "pictures.pdf");
    writeFileSync(path, sample());
    execFileSync("pdfimages", ["-png", path, join(folder, "picture")]);
    const held = readdirSync(folder).filter((name) => name.startsWith("picture-"));
    const pixels = held.map((name) => pixelsOf(readFileSync(join(folder, name))));
    // Eight figures of slices and one of surfaces, three pictures each; two of them stand on the front page too.
    expect(
      Buffer.from(sample())
        .toString("latin1")
        .match(/\/Subtype \/Image/g),
    ).toHaveLength(27);
    for (const { png } of figures.surface!) expect(pixels).toContain(pixelsOf(png));
  });

  it.skipIf(missing("qpdf"))("is sound to qpdf, if it is installed", () => {
    for (const [name, pdf] of rendered) {
      const path = join(folder, "check.pdf");
      writeFileSync(path, pdf);
      expect(spawnSync("qpdf", ["--check", path], { encoding: "utf8" }), name).toMatchObject({ status: 0 });
    }
  });
});

describe.skipIf(missing("pdftotext"))("the words of the PDF, if pdftotext is installed", () => {
  const sampleText = () => textOf(rendered.get("the sample")!);

  it("has every section, in order, and lists it in the contents", () => {
    const [before = "", rest = ""] = sampleText().split(/^Contents$/m);
    const [contents = "", after = ""] = rest.split("How to read this report");
    const text = before + after;
    const heads = [
      "Context",
      "Summarised overall quality",
      "1 Input data",
      "2 Level 0 analysis",
      "2.1 Level 0.a Mass and centring",
      "2.2 Level 0.b Mask",
      "2.3 Level 0.c Background",
      "2.4 Level 0.d B-factor",
      "2.5 Level 0.e Local resolution",
      "2.6 Level 0.f Local B-factor",
      "2.7 Level 0.g Local occupancy",
      "2.8 Level 0.h Hand",
      "References",
      "Appendix: parameters, definitions and file",
    ];
    const places = heads.map((head) => text.search(new RegExp(`^ *(?:[a-h] +)?${head}`, "m")));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(heads.filter((head) => !contents.includes(head))).toEqual([]);
  });

  it("has the finding, both scores, figures in order and the foot", () => {
    const text = sampleText();
    expect(text).toContain("Two of four judged checks pass. Four could not be measured.");
    expect(text).toMatch(/in the corrected reading; 3 of 4 in the VRS reading/);
    const numbers = [...text.matchAll(/Figure (\d+)\. /g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers).toHaveLength(11);
    expect(text).toContain("sample.map · 2f7d1c0b…e8456321");
    expect(text).toMatch(/1 of (\d+)\n[\s\S]*\1 of \1/);
  });

  it("leads contents to the pages where sections stand", () => {
    const pages = sampleText().split("\f");
    const contents = pages.find((page) => /^Contents$/m.test(page))!;
    for (const head of ["1 Input data", "2.2 Level 0.b Mask", "2.8 Level 0.h Hand", "References"]) {
      const line = contents.split("\n").find((text) => text.includes(head))!;
      expect(pages[Number(/(\d+)\s*$/.exec(line)![1]) - 1]).toContain(head);
    }
  });

  it.each(CASES.map(([name]) => name))("writes nothing that a font lacks: %s", (name) => {
    const text = textOf(rendered.get(name)!);
    expect(text).not.toContain("?");
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it("repeats the head of a table that goes on on another page", () => {
    const pages = textOf(rendered.get("100 rows of components")!).split("\f");
    const heads = pages.filter((page) => /No\. +Voxels +Volume/.test(page)).length;
    expect(heads).toBe(2);
    expect(pages.some((page) => /^ *1 +1 ?000 /m.test(page))).toBe(true);
    expect(pages.some((page) => /100 +901 /.test(page))).toBe(true);
  });

  it("sets a Greek title of sixty letters whole", () => {
    expect(Array.from(GREEK)).toHaveLength(60);
    expect(textOf(rendered.get("a Greek title of sixty letters")!).replace(/\s+/g, " ")).toContain(GREEK);
  });

  it("declares a binned map on the front page, and how to check it", () => {
    const [front = ""] = textOf(render(sampleReport({ input: { binning: 2 } }))).split("\f");
    expect(front).toMatch(/Binning +by 2; box and voxels are the binned map’s$/m);
    expect(front.replace(/\s+/g, " ")).toContain("with the same level, resolution and binning by 2.");
  });

  it("shows what a font lacks, and shortens a name that is too long", () => {
    const fileName = `${"a_very_long_name_".repeat(12)}.mrc`;
    const text = textOf(render(sampleReport({ input: { fileName, title: "地図 of a complex" } })));
    expect(text).toContain("?? of a complex");
    expect(text).toMatch(/a_very_lo\S*…\S*\.mrc · 2f7d1c0b/);
  });

  it("says that what this version does not measure could not be measured", () => {
    expect(sampleText()).toContain("Could not be measured: Not in this version yet.");
  });
});
