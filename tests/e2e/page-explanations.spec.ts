import { expect, test } from "@playwright/test";
import { decode } from "fast-png";
import { accessFaults } from "./support/axe.ts";
import { download, exampleResults } from "./support/page.ts";

const results = exampleResults();

test("a number opens its definition by keys and by click, and Escape gives the focus back", async () => {
  const page = results();
  await page.getByRole("button", { name: /0\.a/ }).click();
  const check = page.getByRole("article", { name: "Mass and centring" });
  const number = check.getByRole("button", { name: /^Empty space on the right, x: \d/ });
  await number.focus();
  await page.keyboard.press("Enter");
  const words = page.getByRole("dialog", { name: "Empty space on the right" });
  await expect(words).toContainText("s · (N − 1 − i₁)");
  await expect(words).toContainText("At least 20 Å");
  await expect(words.getByRole("term")).toHaveText(["Corrected", "VRS", "Formula", "Criterion", "In VRS", "Source"]);
  expect(await accessFaults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(words).toHaveCount(0);
  await expect(check).toBeVisible();
  await expect(number).toBeFocused();

  await check.getByRole("button", { name: /^Mask off centre, z: / }).click();
  await expect(page.getByRole("dialog", { name: "Mask off centre" })).toBeVisible();
  await check.getByRole("heading", { level: 2 }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("an explanation fits a narrow screen", async () => {
  const page = results();
  await page.setViewportSize({ width: 375, height: 812 });
  await page.getByRole("button", { name: /0\.d/ }).click();
  await page.getByRole("button", { name: /^B-factor: / }).click();
  const box = await page.getByRole("dialog", { name: "B-factor" }).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(375);
});

test("a plot is read as a table and saved as PNG, SVG and CSV", async () => {
  const page = results();
  await page.getByRole("button", { name: /0\.b/ }).click();
  const curve = "Voxels above a contour level, against the level";
  await page.getByRole("button", { name: `${curve}: table` }).click();
  const table = page.getByRole("region", { name: `${curve}, as a table` });
  await expect(table.getByRole("columnheader")).toHaveText(["contour level", "voxels above the level"]);
  expect(await accessFaults(page)).toEqual([]);

  const csv = await download(page, `${curve}: save as CSV`);
  expect(csv.name).toBe("example-mass-curve.csv");
  expect(csv.bytes.toString()).toMatch(/^contour level,voxels above the level\n[\d.]+,\d+\n/);
  const svg = await download(page, "Voxels of the box by map value: save as SVG");
  expect(svg.bytes.toString()).toContain("<svg");
  const png = await download(page, "Voxels of the box by map value: save as PNG");
  const { width, height } = decode(png.bytes);
  expect([width, height]).toEqual([2700, 1440]);
});
