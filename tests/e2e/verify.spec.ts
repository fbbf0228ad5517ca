import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { accessFaults } from "./support/axe.ts";
import { openPage } from "./support/page.ts";

const MAP = "dist/web/example.map.gz";
const folder = mkdtempSync(join(tmpdir(), "mapassay-verify-"));
const at = (form: string) => join(folder, `report.${form}`);

test.beforeAll(() => {
  const { contourLevel, resolution } = JSON.parse(readFileSync("dist/web/example.json", "utf8"));
  const parameters = ["--contour", String(contourLevel), "--resolution", String(resolution), "--title", "By hand"];
  const outputs = ["--json", at("json"), "--pdf", at("pdf"), "--html", at("html")];
  execFileSync("node", ["dist/cli/mapassay.js", "validate", MAP, ...parameters, ...outputs, "--quiet"]);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

test("a report of the command line is found identical on the page, from PDF and HTML", async ({ page }) => {
  await openPage(page);
  await page.getByRole("button", { name: "Verify a report" }).click();
  const panel = page.getByRole("region", { name: "Verify a report" });
  const choose = (file: string) => panel.locator("input[type=file]").setInputFiles(file);
  for (const form of ["pdf", "html"]) {
    await choose(at(form));
    // The second report finds its map open and is verified at once.
    if (form === "pdf") {
      await expect(panel).toContainText("report.pdf is a report of example.map.gz");
      await choose(MAP);
    }
    await expect(panel.getByRole("heading")).toHaveText(/^Identical\. All [\d\u202f]+ values agree/, {
      timeout: 60_000,
    });
    await panel.getByRole("button", { name: "Stop verifying" }).click();
    await page.getByRole("button", { name: "Verify a report" }).click();
  }
});

test("an altered number is named, recorded and found", async ({ page }) => {
  const report = JSON.parse(readFileSync(at("json"), "utf8"));
  report.checks[1].measurements.rawVoxels += 1;
  writeFileSync(at("altered.json"), JSON.stringify(report));
  await openPage(page);
  await page.getByRole("button", { name: "Verify a report" }).click();
  const panel = page.getByRole("region", { name: "Verify a report" });
  await panel.locator("input[type=file]").setInputFiles(at("altered.json"));
  await panel.locator("input[type=file]").setInputFiles(MAP);
  await expect(panel.getByRole("heading")).toHaveText("1 value of the report differs.", { timeout: 60_000 });
  await expect(panel.getByRole("row", { name: /rawVoxels/ })).toContainText(
    String(report.checks[1].measurements.rawVoxels),
  );
  expect(await accessFaults(page)).toEqual([]);
  await page.screenshot({ path: "build/test-results/verify.png" });
});
