import { expect, test } from "@playwright/test";
import { openPage } from "./support/page.ts";

const PASSED = /This browser computes as it should \(MapAssay [\d.]+\)\. On 32 × 32 × 32 voxels, .*\s×\s10⁻¹[^0-9];/;

test("the page tests the browser once, says what it found, and again on request", async ({ page }) => {
  await openPage(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("mapassay-self-test"))).toMatch(PASSED);
  await page.getByRole("button", { name: "Keys and help" }).click();
  const panel = page.getByRole("region", { name: "Self-test" });
  await expect(panel).toContainText(PASSED);
  await page.evaluate(() => localStorage.removeItem("mapassay-self-test"));
  await panel.getByRole("button", { name: "Test this browser" }).click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("mapassay-self-test"))).toMatch(PASSED);
});
