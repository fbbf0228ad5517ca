import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import type { Report } from "../../src/report/report.ts";
import { download, openExample, runChecks } from "./support/page.ts";

const folder = mkdtempSync(join(tmpdir(), "mapassay-html-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** The reports of the same map and parameters from the command line. */
function reportsFromNode({ input }: Report): Record<"JSON" | "HTML" | "PDF report", Buffer> {
  const map = join(folder, input.fileName);
  copyFileSync("dist/web/example.map.gz", map);
  const at = (name: string) => join(folder, name);
  const parameters = ["--contour", String(input.contourLevel), "--resolution", String(input.resolution)];
  const outputs = ["--json", at("node.json"), "--html", at("node.html"), "--pdf", at("node.pdf")];
  execFileSync(process.execPath, [
    "dist/cli/mapassay.js",
    "validate",
    map,
    ...parameters,
    ...outputs,
    "--quiet",
    "--threads",
    "1",
  ]);
  const read = (name: string) => readFileSync(at(name));
  return { JSON: read("node.json"), HTML: read("node.html"), "PDF report": read("node.pdf") };
}

test("page and command line write the same bytes, and the HTML reads well anywhere", async ({ page, context }) => {
  await openExample(page);
  await runChecks(page);
  const json = await download(page, "JSON");
  const html = await download(page, "HTML");
  const pdf = await download(page, "PDF report");
  expect(html.name).toMatch(/-report\.html$/);
  const node = reportsFromNode(JSON.parse(json.bytes.toString()) as Report);
  for (const [format, { bytes }] of Object.entries({ JSON: json, HTML: html, "PDF report": pdf })) {
    expect(digest(bytes), format).toBe(digest(node[format as keyof typeof node]));
  }

  const path = join(folder, html.name);
  writeFileSync(path, html.bytes);
  const asked: string[] = [];
  const reader = await context.newPage();
  reader.on("request", (request) => asked.push(request.url()));
  for (const width of [1200, 375]) {
    await reader.setViewportSize({ width, height: 900 });
    await reader.goto(pathToFileURL(path).href);
    await expect(reader.getByRole("heading", { level: 2, name: "Summarised overall quality" })).toBeVisible();
    expect(await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width} px`).toBe(
      true,
    );
    const { violations } = await new AxeBuilder({ page: reader }).analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`))).toEqual([]);
  }
  expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
});
