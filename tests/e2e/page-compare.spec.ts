import { expect, type Page, test } from "@playwright/test";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { accessFaults } from "./support/axe.ts";
import { download, openPage } from "./support/page.ts";

const MAPS = [
  { name: "small.map", mimeType: "application/octet-stream", buffer: Buffer.from(blobMap(32)) },
  { name: "large.map", mimeType: "application/octet-stream", buffer: Buffer.from(blobMap(48)) },
];

/** Chooses both maps at once and waits until they have been read. */
async function openBoth(page: Page): Promise<void> {
  await openPage(page);
  await page.setInputFiles("input[type=file]", MAPS);
  await expect(page.getByRole("heading", { name: "Two maps are ready" })).toBeVisible({ timeout: 30_000 });
}

test("several maps are compared: parameters, verdicts, sorting, curves, table, and back to one", async ({ page }) => {
  await openBoth(page);
  expect(await accessFaults(page), "read").toEqual([]);
  await page.getByRole("textbox", { name: "Resolution of small.map, Å" }).fill("6");
  const level = page.getByRole("textbox", { name: "Contour level of small.map" });
  await level.fill(String(BLOB_LEVEL));
  await level.press("Enter");
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByRole("heading", { name: /maps? pass(es)? every judged check/ })).toBeVisible({
    timeout: 60_000,
  });
  const rows = page.getByRole("region", { name: "Compared maps" }).getByRole("row");
  await expect(rows.filter({ hasText: "small.map" }).getByRole("img")).not.toHaveCount(0);
  await expect(page.getByRole("img", { name: /^Guinier curves: / })).toContainText("small.map");
  await page.getByText("Histograms", { exact: true }).click();
  await expect(page.getByRole("img", { name: /^Histograms/ })).toContainText("large.map");
  expect(await accessFaults(page), "measured").toEqual([]);

  const box = page.getByRole("columnheader", { name: "Box" });
  for (const [direction, first] of [
    ["ascending", "small.map"],
    ["descending", "large.map"],
  ] as const) {
    await box.getByRole("button").press("Enter");
    await expect(box).toHaveAttribute("aria-sort", direction);
    await expect(rows.nth(1)).toContainText(first);
  }

  const { name, bytes } = await download(page, "Table as CSV");
  const lines = bytes.toString().split("\n");
  expect([name, lines.length]).toEqual(["comparison.csv", 4]);
  expect(lines[0]).toMatch(/^report,error,version,fileName,sha256/);
  expect(lines[1]).toMatch(/^small\.map,/);

  await page.getByRole("button", { name: "small.map", exact: true }).click();
  await expect(page.getByRole("heading", { name: /judged check|could be judged/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "This map" })).toContainText("small.map");
  await page.getByRole("button", { name: "Compare maps" }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Remove large.map" }).click();
  await expect(rows).toHaveCount(2);
});

test("a comparison fits a narrow screen and names what it cannot read", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openPage(page);
  const notes = { name: "notes.map", mimeType: "text/plain", buffer: Buffer.from("These are notes. ".repeat(200)) };
  await page.setInputFiles("input[type=file]", [...MAPS, notes]);
  await expect(page.getByText("This file is not a density map")).toBeVisible({ timeout: 30_000 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByRole("heading", { name: /maps? pass(es)? every judged check/ })).toBeVisible({
    timeout: 60_000,
  });
  expect(await accessFaults(page)).toEqual([]);
});
