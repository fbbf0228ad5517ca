import { expect, test } from "@playwright/test";
import type { Report } from "../../src/report/report.ts";
import { download, exampleResults, openExample, openPage, pdfPages } from "./support/page.ts";

const MEASURED = ["mass", "mask", "background", "bFactor"];

function statuses(report: Report) {
  return new Map(report.checks.map(({ key, status }) => [key as string, status]));
}

test.describe("the example map, after a run from one button", () => {
  const results = exampleResults();

  test("has a verdict and its files", async () => {
    const { bytes } = await download(results(), "JSON");
    const report = JSON.parse(bytes.toString()) as Report;
    expect(report.checks).toHaveLength(8);
    for (const key of MEASURED) expect(statuses(report).get(key)?.corrected, key).not.toBe("failed");
    const pdf = await download(results(), "PDF report");
    expect(pdfPages(pdf.bytes)).toBeGreaterThan(3);
  });

  test("has a score in both readings, and a check opens with its numbers and its plot", async () => {
    const page = results();
    await page.getByText(/^VRS \d of \d$/).click();
    await page.getByRole("button", { name: /0\.d/ }).click();
    const check = page.getByRole("article", { name: "B-factor" });
    await expect(check.getByRole("img", { name: /Guinier plot/ })).toContainText("fitted line");
    await expect(check.getByRole("cell", { name: "−300 to 0 Å²" })).toBeVisible();
    await check.getByRole("button", { name: "Close" }).click();
    await expect(check).toHaveCount(0);
  });
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
