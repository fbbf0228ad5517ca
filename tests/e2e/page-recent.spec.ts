import { expect, test } from "@playwright/test";
import { accessFaults } from "./support/axe.ts";
import { download, openPage, openSmall, runChecks } from "./support/page.ts";

test("results survive a reload, and one button clears them", async ({ page }) => {
  await openSmall(page);
  await runChecks(page);
  const { bytes } = await download(page, "JSON");
  await page.reload();
  const recent = page.getByRole("region", { name: "Recent results" });
  await expect(recent.getByRole("listitem")).toHaveCount(1);
  await expect(recent.getByRole("img", { name: /^a: / })).toBeVisible();
  const kept = await download(page, "JSON report of");
  expect(kept.bytes.equals(bytes)).toBe(true);
  expect(await accessFaults(page)).toEqual([]);
  await recent.getByRole("button", { name: "Clear all" }).click();
  await expect(recent).toHaveCount(0);
  await page.reload();
  await openPage(page);
  await expect(recent).toHaveCount(0);
});

test("a browser that keeps nothing is no fault", async ({ page }) => {
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("no", "SecurityError");
        },
      },
    });
  });
  await openSmall(page);
  await runChecks(page);
  await page.reload();
  await openPage(page);
  await expect(page.getByRole("region", { name: "Recent results" })).toHaveCount(0);
  expect(errors).toEqual([]);
});
