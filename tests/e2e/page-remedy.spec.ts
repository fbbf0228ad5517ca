import { expect, test } from "@playwright/test";
import { DATA_FOLDER, HAS_DATA, mapPath } from "./support/data.ts";
import { dropFile, openPage, runChecks } from "./support/page.ts";

test("one cause of two warnings is said once, and its remedy runs again while the results stay", async ({ page }) => {
  test.skip(!HAS_DATA, `no test data at ${DATA_FOLDER}; set MAPASSAY_DATA`);
  await openPage(page);
  await dropFile(page, mapPath("emd_1997.map"), "emd_1997.map");
  await page.getByRole("textbox", { name: "Contour level" }).fill("1");
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("7");
  await runChecks(page);
  const cause = page.getByRole("region", { name: "Cause and remedy" });
  await expect(cause).toContainText("At 1.000 the map falls into 24 pieces");
  // The second run is short: what the ledger says meanwhile is written down as it changes.
  await page.evaluate(() => {
    const ledger = document.querySelector("[aria-label=Checks]")!;
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(ledger.textContent)).observe(ledger, { subtree: true, childList: true });
  });
  await cause.getByRole("button", { name: /^Run again at 0\.\d+/ }).click();
  await expect(page.getByRole("region", { name: "This map" })).toContainText("(suggested)", { timeout: 60_000 });
  await expect(page.getByRole("button", { name: "PDF report" })).toBeEnabled();
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.some((text) => text.includes("these results stay until it ends"))).toBe(true);
  expect(seen.filter((text) => !text.includes("judged check") || text.includes("Waiting"))).toEqual([]);
});
