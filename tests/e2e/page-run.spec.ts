import { expect, test } from "@playwright/test";
import type { Report } from "../../src/report/report.ts";
import { DATA_FOLDER, expectedStatuses, HAS_DATA, mapPath } from "./support/data.ts";
import { download, dropFile, openExample, openPage, runChecks } from "./support/page.ts";

const MEASURED = ["mass", "mask", "background", "bFactor"];

/** Pages of a PDF, counted by their objects; "Pages" is the tree's node. */
function pdfPages(bytes: Buffer): number {
  return bytes.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function statuses(report: Report) {
  return new Map(report.checks.map(({ key, status }) => [key as string, status]));
}

test("a dropped map is measured as the reference says, and its reports are files", async ({ page }) => {
  test.skip(!HAS_DATA, `no test data at ${DATA_FOLDER}; set MAPASSAY_DATA`);
  await openPage(page);
  await dropFile(page, mapPath("emd_1997.map"), "emd_1997.map");
  await page.getByRole("textbox", { name: "Contour level" }).fill("1");
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("7");
  await runChecks(page);
  await expect(page.getByRole("button", { name: /Mass and centring/ })).toContainText("35.0 % off centre along z");

  const json = await download(page, "JSON");
  expect(json.name).toBe("emd_1997-report.json");
  const report = JSON.parse(json.bytes.toString()) as Report;
  expect(report.input).toMatchObject({
    fileName: "emd_1997.map",
    contourLevel: 1,
    resolution: 7,
    contourSource: "user",
  });
  const expected = expectedStatuses("emd_1997");
  for (const key of MEASURED) expect(statuses(report).get(key), key).toEqual(expected.get(key));

  const pdf = await download(page, "PDF report");
  expect(pdf.name).toBe("emd_1997-report.pdf");
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdfPages(pdf.bytes)).toBeGreaterThan(3);
});

test("the example map runs from one button to a verdict and its files", async ({ page }) => {
  await openExample(page);
  await runChecks(page);
  const { bytes } = await download(page, "JSON");
  const report = JSON.parse(bytes.toString()) as Report;
  expect(report.checks).toHaveLength(8);
  for (const key of MEASURED) expect(statuses(report).get(key)?.corrected, key).not.toBe("failed");
  const pdf = await download(page, "PDF report");
  expect(pdfPages(pdf.bytes)).toBeGreaterThan(3);
});

test("both readings carry their score, and a check opens with its numbers and its plot", async ({ page }) => {
  await openExample(page);
  await runChecks(page);
  await page.getByText(/^VRS \d of \d$/).click();
  await page.getByRole("button", { name: /0\.d/ }).click();
  const check = page.getByRole("article", { name: "B-factor" });
  await expect(check.getByRole("img", { name: /Guinier plot/ })).toContainText("fitted line");
  await expect(check.getByRole("cell", { name: "−300 to 0 Å²" })).toBeVisible();
  await check.getByRole("button", { name: "Close" }).click();
  await expect(check).toHaveCount(0);
});

test("a run can be cancelled and run again", async ({ page }) => {
  await openExample(page);
  // By keys, which wait for no animation: the whole run takes a fraction of a second.
  await page.keyboard.press("r");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: /^Cancelled after/ })).toBeVisible();
  await page.getByRole("button", { name: /Run again/ }).click();
  await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
});

test("a file that is no map is refused in words, and an open map stays", async ({ page }) => {
  await openPage(page);
  const notAMap = { name: "notes.map", mimeType: "text/plain", buffer: Buffer.from("These are notes. ".repeat(200)) };
  await page.setInputFiles("input[type=file]", notAMap);
  await expect(page.getByText("Could not be read")).toBeVisible();
  await expect(page.getByText(/^map\.\w+/)).toBeVisible();
  await page.getByRole("button", { name: "Try the example map" }).click();
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible();
});
