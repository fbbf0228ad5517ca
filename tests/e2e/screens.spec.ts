import { mkdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { blobMap } from "../support/blob-map.ts";
import { openExample, openPage } from "./support/page.ts";

const FOLDER = "build/test-results/screens";
test.beforeAll(() => mkdirSync(FOLDER, { recursive: true }));

const LOOKS = [
  { width: 1440, height: 900, colours: ["light", "dark"] },
  { width: 375, height: 812, colours: ["light"] },
] as const;

const file = (name: string, buffer: Uint8Array) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(buffer),
});

/** Buttons whose words do not fit into them. */
function cutOff(page: Page): Promise<(string | null)[]> {
  return page.getByRole("button").evaluateAll((all) => {
    const narrow = (part: Element) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
    return all.filter((one) => [one, ...one.querySelectorAll("span")].some(narrow)).map((one) => one.textContent);
  });
}

/** The picture of one state: nothing moves where motion is unwanted, scrolls sideways, or cuts the words of a button off. */
async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
  const [sideways, moving] = await page.evaluate(() => [
    document.documentElement.scrollWidth - window.innerWidth,
    document.getAnimations().filter(({ playState }) => playState === "running").length,
  ]);
  const found = { name, sideways: Math.max(0, sideways!), moving, cutOff: await cutOff(page) };
  expect(found).toEqual({ name, sideways: 0, moving: 0, cutOff: [] });
}

for (const { width, height, colours } of LOOKS) {
  test(`pictures of the main states, ${colours.join(" and ")}, ${width} pixels wide`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: colours[0], reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    const take = async (state: string) => {
      for (const colorScheme of colours) {
        await page.emulateMedia({ colorScheme });
        await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
        await picture(page, `${state}-${colorScheme}-${width}`);
      }
    };
    await openExample(page);
    await expect(page.getByRole("img", { name: /^Z slice/ })).toBeVisible();
    await expect(page.getByRole("img", { name: /^Isosurface/ })).toHaveAttribute("data-level", /\d/);
    await take("2-loaded");
    await page.getByRole("button", { name: "Run the checks" }).click();
    await take("3-running");
    await expect(page.getByRole("heading", { name: /judged check/ })).toBeVisible({ timeout: 60_000 });
    await take("4-results");
    for (const [id, plot] of [
      ["0.b", /^Voxels of the box/],
      ["0.d", /Guinier plot/],
    ] as const) {
      await page.getByRole("button", { name: id }).first().click();
      await expect(page.getByRole("article").getByRole("img", { name: plot })).toBeVisible();
      await take(`5-check-${id}`);
    }
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
    const name = page.getByRole("button", { name: "second.map", exact: true });
    expect((await name.boundingBox())!.height).toBeLessThan(45);
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
