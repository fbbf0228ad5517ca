import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "../../../src/report/base64.ts";
import type { ReportFigures } from "../../../src/report/figures.ts";
import { renderHtml } from "../../../src/report/html/render-html.ts";
import { renderJson } from "../../../src/report/render-json.ts";
import type { Report } from "../../../src/report/report.ts";
import { sampleFigures } from "../../support/sample-figures.ts";
import { emptyMaskReport, sampleBFactor, sampleMask, sampleReport } from "../../support/sample-report.ts";

const figures = sampleFigures({ size: 16, surfaceSize: 16 });
const bare: ReportFigures = {
  central: figures.central,
  maxVariance: figures.maxVariance,
  projections: figures.projections,
};
const schema = JSON.parse(readFileSync(new URL("../../../public/report.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: false }).compile(schema);

function render(report: Report = sampleReport(), pictures: ReportFigures = figures): string {
  return renderHtml({ report, figures: pictures });
}

/** The text of the element that holds the report. */
function embeddedJson(html: string): string {
  return /<script type="application\/json" id="report">([\s\S]*?)<\/script>/.exec(html)![1]!;
}

/** What a reader sees, without elements. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf("<body>"), html.indexOf("<script"));
  return body.replace(/<[^>]*>/g, " ").replace(/[\s\u2002\u2003\u00a0]+/g, " ");
}

const CASES: [name: string, report: Report, figures: ReportFigures][] = [
  ["the sample", sampleReport(), figures],
  ["the VRS reading", sampleReport({ reading: "vrs" }), figures],
  ["no resolution, no pictures", sampleReport({ input: { resolution: null }, checks: [sampleBFactor(0, null)] }), bare],
  ["an empty mask", emptyMaskReport(), bare],
  [
    "100 rows of components",
    sampleReport({ checks: [sampleMask(Array.from({ length: 400 }, (_, i) => 500 - i))] }),
    figures,
  ],
];

describe.each(CASES)("the HTML of %s", (_, report, pictures) => {
  const html = render(report, pictures);

  it("holds the report's JSON, which the schema accepts", () => {
    const held = JSON.parse(embeddedJson(html));
    expect(`${JSON.stringify(held, null, 2)}\n`).toBe(renderJson(report));
    expect([validate(held), validate.errors]).toEqual([true, null]);
  });

  it("asks no other file for anything", () => {
    const addresses = [...html.matchAll(/\b(?:src|href|srcset|action|data|poster)="([^"]*)"/g)].map(([, at]) => at!);
    const outside = addresses.filter((at) => !at.startsWith("#") && !at.startsWith("data:image/png;base64,"));
    expect(outside.filter((at) => !at.startsWith("https://doi.org/"))).toEqual([]);
    expect(html).not.toMatch(/<link|<iframe|<object|@import|url\(/);
    expect(html).not.toMatch(/<(?!a )[a-z]+ [^>]*https?:/);
  });

  it("leads every link to a place that is there, each of its own name", () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const targets = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it("says nothing that is no word", () => {
    expect(wordsOf(html)).not.toMatch(/undefined|NaN|null|\[object/);
  });
});

describe("renderHtml", () => {
  it("gives the same text twice", () => expect(render()).toBe(render()));

  it("has every section of the PDF, in order", () => {
    const [before = "", rest = ""] = wordsOf(render()).split("Contents Context");
    const text = before + rest.split("How to read this report")[1]!;
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
    const places = heads.map((head) => text.indexOf(head));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("numbers its figures and says in words what each shows of this map", () => {
    const html = render();
    const numbers = [...html.matchAll(/Figure (\d+)\./g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
    expect(html).toContain('alt="Raw mask, 9 pieces; X slice 31"');
    expect(html).toMatch(/aria-label="Guinier plot[^"]*B = −205 ± 17\sÅ²/);
    expect(html.match(/<img(?![^>]* alt="[^"])/g)).toBeNull();
  });

  it("carries both readings and their scores", () => {
    expect(wordsOf(render())).toContain(
      "Two of four judged checks pass in the corrected reading; 3 of 4 in the VRS reading.",
    );
  });

  it("shows a hostile title as text and keeps the JSON whole", () => {
    const title = `</script><script>alert(1)</script><img src=x onerror="alert(2)">'&<!--`;
    const html = render(sampleReport({ input: { title, fileName: `"><svg onload=alert(3)>.map` } }));
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img src=x|<svg onload|<!--/);
    expect(html).toContain("&lt;/script&gt;&lt;script&gt;alert(1)");
    expect(JSON.parse(embeddedJson(html)).input.title).toBe(title);
  });

  it("keeps a name in Greek", () => {
    expect(render(sampleReport({ input: { title: "Ριβόσωμα από Μύκητες" } }))).toContain(
      "<h1>Ριβόσωμα από Μύκητες</h1>",
    );
  });
});

describe("base64", () => {
  it.each([0, 1, 2, 3, 4, 100, 12_287, 12_288, 12_290])("is Node's for %i bytes", (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * i * 31 + 7 * i) & 255);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
  });

  it("refuses other letters", () => expect(decodeBase64("ab*d")).toBeNull());
});

describe("the colours of the HTML", () => {
  const tokens = readFileSync(new URL("../../../src/ui/tokens.css", import.meta.url), "utf8");
  const [light = "", dark = ""] = tokens.split('[data-mantine-color-scheme="dark"]');
  const style = /<style>([\s\S]*?)<\/style>/.exec(render())![1]!;
  const colours = (css: string) =>
    new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, at]) => [name!, at!]));

  it.each([
    ["light", light, style.split("@media screen")[0]!],
    ["dark", dark, style.split("@media screen")[1]!],
  ])("are the page's in the %s scheme", (_, page, report) => {
    const [own, those] = [colours(report), colours(page)];
    expect(own.size).toBe(21);
    for (const [name, colour] of own) expect([name, colour]).toEqual([name, those.get(name)]);
  });

  it("are light in print, and nowhere else than in the schemes", () => {
    expect(style).toMatch(/@media screen and \(prefers-color-scheme: dark\)/);
    expect(style.replace(/--[\w-]+: #[0-9a-f]{6};/g, "")).not.toMatch(/#[0-9a-f]{3,6}\b/);
  });
});
