import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { serveBare } from "./support/bare-server.ts";
import { download, openExample, runChecks } from "./support/page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { contourLevel, resolution } = JSON.parse(readFileSync(`${root}dist/web/example.json`, "utf8"));

let folder = "";
interface Written {
  readonly json: Buffer;
  readonly pdf: Buffer;
  readonly html: Buffer;
}

let fromNode: Written;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mapassay-"));
  const [json, pdf, html] = ["json", "pdf", "html"].map((form) => join(folder, `report.${form}`)) as [
    string,
    string,
    string,
  ];
  const level = ["--contour", String(contourLevel), "--resolution", String(resolution)];
  const args = [
    "validate",
    "dist/web/example.map.gz",
    ...level,
    "--json",
    json,
    "--pdf",
    pdf,
    "--html",
    html,
    "--threads",
    "1",
    "--quiet",
  ];
  execFileSync("node", ["dist/cli/mapassay.js", ...args], { cwd: root });
  fromNode = { json: readFileSync(json), pdf: readFileSync(pdf), html: readFileSync(html) };
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reportsOf(page: Page): Promise<Written> {
  await runChecks(page);
  const json = await download(page, "JSON");
  const pdf = await download(page, "PDF report");
  const html = await download(page, "HTML");
  return { json: json.bytes, pdf: pdf.bytes, html: html.bytes };
}

test("the page with shared memory writes the bytes that the command line writes", async ({ page }) => {
  await openExample(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const { json, pdf, html } = await reportsOf(page);
  expect(json.toString()).toBe(fromNode.json.toString());
  expect(pdf.equals(fromNode.pdf)).toBe(true);
  expect(html.equals(fromNode.html)).toBe(true);
});

test("a host without headers gives one worker, a notice, and the same bytes", async ({ page }) => {
  const server = await serveBare();
  try {
    await openExample(page, server.url);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    const { json, pdf, html } = await reportsOf(page);
    expect(json.toString()).toBe(fromNode.json.toString());
    expect(pdf.equals(fromNode.pdf)).toBe(true);
    expect(html.equals(fromNode.html)).toBe(true);
  } finally {
    server.close();
  }
});
