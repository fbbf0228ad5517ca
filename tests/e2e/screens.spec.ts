import { mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { blobMap } from "../support/blob-map.ts";
import { openExample, openPage } from "./support/page.ts";

const FOLDER = "build/test-results/screens";
test.beforeAll(() => mkdirSync(FOLDER, { recursive: true }));

const LOOKS = [
  { colorScheme: "light", width: 1440, height: 900 },
  { colorScheme: "dark", width: 1440, height: 900 },
  { colorScheme: "light", width: 375, height: 812 },
] as const;

const file = (name: string, buffer: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(buffer),
});

/** The pictures of one state of the page, and that nothing moves where motion is unwanted or scrolls sideways. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
  const [sideways, moving] = await page.evaluate(() => [
    document.documentElement.scrollWidth - window.innerWidth,
    document.getAnimations().filter(({ playState }) => playState === "running").length,
  ]);
  expect({ name, sideways: Math.max(0, sideways!), moving }).toEqual({ name, sideways: 0, moving: 0 });
}

for (const { colorScheme, width, height } of LOOKS) {
  test(`pictures of the main states, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    const take = (state: string) => picture(page, `${state}-${colorScheme}-${width}`);
    await openExample(page);
    await expect(page.getByRole("img", { name: /^Z slice/ })).toBeVisible();
    await take("2-loaded");
    await page.getByRole("button", { name: "Run the checks" }).click();
    await take("3-running");
    await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
    await take("4-results");
    await page.getByRole("button", { name: /0\.d/ }).click();
    await expect(page.getByRole("img", { name: /Guinier plot/ })).toContainText("measured");
    await take("5-check");
    await page.reload();
    await openPage(page);
    await take("1-empty");
    await page.setInputFiles("input[type=file]", file("notes.map", Buffer.alloc(2000, "x")));
    await expect(page.getByText("Could not be read")).toBeVisible();
    await take("7-fault");
    await page.setInputFiles("input[type=file]", [file("first.map", blobMap(24)), file("second.map", blobMap(32))]);
    await page.getByRole("button", { name: "Run the checks" }).click();
    await expect(page.getByRole("heading", { name: /every judged check/ })).toBeVisible({ timeout: 60_000 });
    await expect(
      page.getByRole("img", { name: /^Guinier|^Hist/ }).or(page.getByText(/^Guinier curves need/)),
    ).toBeVisible();
    await take("6-compare");
  });
}

test("a newcomer goes by keys from the open page to the report in four actions", async ({ page }) => {
  await openPage(page);
  const press = async (name: RegExp | string) => {
    const button = page.getByRole("button", { name });
    await expect(button).toBeEnabled({ timeout: 60_000 });
    await button.focus();
    await page.keyboard.press("Enter");
  };
  await press("Try the example map");
  await press("Run the checks");
  await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
  const started = page.waitForEvent("download");
  await press("PDF report");
  expect((await started).suggestedFilename()).toMatch(/-report\.pdf$/);
});
