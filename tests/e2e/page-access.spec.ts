import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { openExample, openPage, runChecks } from "./support/page.ts";

/** What axe finds on the page as it is, in short. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing from start to check, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page);
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    expect(await faults(page), "start").toEqual([]);
    await openExample(page);
    await expect(page.getByRole("img", { name: /Isosurface/ })).toBeVisible();
    expect(await faults(page), "loaded").toEqual([]);
    await runChecks(page);
    expect(await faults(page), "results").toEqual([]);
    await page.getByRole("button", { name: /0\.b/ }).click();
    await expect(page.getByRole("img", { name: /Voxels above/ })).toContainText("contour level");
    expect(await faults(page), "check").toEqual([]);
  });
}

test("axe finds nothing on a refused file", async ({ page }) => {
  await openPage(page);
  await page.setInputFiles("input[type=file]", {
    name: "x.map",
    mimeType: "text/plain",
    buffer: Buffer.alloc(2000, "x"),
  });
  await expect(page.getByText("Could not be read")).toBeVisible();
  expect(await faults(page)).toEqual([]);
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

test("nothing scrolls sideways at 375 pixels, and no button's words are cut off", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const cutOff = () =>
    page.getByRole("button").evaluateAll((all) => {
      const narrow = (part: Element) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
      return all.filter((one) => [one, ...one.querySelectorAll("span")].some(narrow)).map((one) => one.textContent);
    });
  await openPage(page);
  expect(await overflow(), "start").toBeLessThanOrEqual(0);
  expect(await cutOff(), "start").toEqual([]);
  await openExample(page);
  expect(await overflow(), "loaded").toBeLessThanOrEqual(0);
  await runChecks(page);
  expect(await overflow(), "results").toBeLessThanOrEqual(0);
  expect(await cutOff(), "results").toEqual([]);
  await page.getByRole("button", { name: /0\.b/ }).click();
  await expect(page.getByRole("article")).toBeVisible();
  expect(await overflow(), "check").toBeLessThanOrEqual(0);
});

test("the colours can be chosen against the system's and are kept", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openPage(page);
  await page.getByRole("button", { name: "Use the dark colours" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});
