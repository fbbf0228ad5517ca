import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { accessFaults } from "./support/axe.ts";
import { download, openExample, runChecks } from "./support/page.ts";

const folder = mkdtempSync(join(tmpdir(), "mapassay-html-"));
test.afterAll(() => rmSync(folder, { recursive: true }));

test("the HTML report reads well by itself, wide and narrow, and asks no host", async ({ page, context }) => {
  await openExample(page);
  await runChecks(page);
  const { name, bytes } = await download(page, "HTML");
  expect(name).toMatch(/-report\.html$/);
  const path = join(folder, name);
  writeFileSync(path, bytes);

  const asked: string[] = [];
  const reader = await context.newPage();
  reader.on("request", (request) => asked.push(request.url()));
  for (const [width, colorScheme] of [
    [1200, "light"],
    [375, "dark"],
  ] as const) {
    await reader.setViewportSize({ width, height: 900 });
    await reader.emulateMedia({ colorScheme });
    await reader.goto(pathToFileURL(path).href);
    await expect(reader.getByRole("heading", { level: 2, name: "Summarised overall quality" })).toBeVisible();
    const fits = await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(fits, `${width} px`).toBe(true);
    expect(await accessFaults(reader)).toEqual([]);
  }
  expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
});
