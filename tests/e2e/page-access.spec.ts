import { expect, type Page, test } from "@playwright/test";
import { accessFaults, COLOUR_RULES } from "./support/axe.ts";
import { openExample, openPage, runChecks } from "./support/page.ts";

/** What axe finds on the page in light colours, and of its colours in dark ones. */
async function faultsInBoth(page: Page): Promise<string[]> {
  await wear(page, "dark");
  const dark = await accessFaults(page, COLOUR_RULES);
  await wear(page, "light");
  return [...dark.map((fault) => `dark: ${fault}`), ...(await accessFaults(page))];
}

async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}

test("axe finds nothing from start to check, light and dark", async ({ page }) => {
  await openPage(page);
  expect(await faultsInBoth(page), "start").toEqual([]);
  await openExample(page);
  await expect(page.getByRole("img", { name: /Isosurface/ })).toBeVisible();
  expect(await faultsInBoth(page), "loaded").toEqual([]);
  await runChecks(page);
  expect(await faultsInBoth(page), "results").toEqual([]);
  await page.getByRole("button", { name: /0\.b/ }).click();
  await expect(page.getByRole("img", { name: /Voxels above/ })).toContainText("contour level");
  expect(await faultsInBoth(page), "check").toEqual([]);
});

test("axe finds nothing on a refused file", async ({ page }) => {
  await openPage(page);
  await page.setInputFiles("input[type=file]", {
    name: "x.map",
    mimeType: "text/plain",
    buffer: Buffer.alloc(2000, "x"),
  });
  await expect(page.getByText("Could not be read")).toBeVisible();
  expect(await accessFaults(page)).toEqual([]);
});

test("the whole way by keys: example, run, readings, checks, slices", async ({ page }) => {
  await openPage(page);
  await page.getByRole("button", { name: "Try the example map" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible();

  const level = page.getByRole("textbox", { name: "Contour level" });
  const before = Number(await level.inputValue());
  await page.keyboard.press("]");
  await expect.poll(async () => Number(await level.inputValue())).toBeGreaterThan(before);
  await level.focus();
  await page.keyboard.press("r");
  await expect(page.getByRole("button", { name: "Run the checks" })).toBeVisible();
  await level.fill(String(before));
  await level.blur();

  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("v");
  await expect(page.getByRole("radio", { name: /^VRS/ })).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("article", { name: "Mass and centring" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("article")).toHaveCount(0);

  const slice = page.getByRole("img", { name: /^Z slice/ });
  const name = (await slice.getAttribute("aria-label")) ?? "";
  const index = Number(/\d+/.exec(name)?.[0]);
  await slice.focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("img", { name: new RegExp(`^Z slice ${index + 11},`) })).toBeVisible();
});

test("the colours can be chosen against the system's and are kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openPage(page);
  await page.getByRole("button", { name: "Use the dark colours" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});
