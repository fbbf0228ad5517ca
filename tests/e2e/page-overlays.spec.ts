import { expect, type Locator, type Page, test } from "@playwright/test";
import { decode } from "fast-png";
import { openExample, runChecks } from "./support/page.ts";

/** Pixels of a slice's canvas in the colour of an overlay, within 40 of 255 a channel. */
function pixelsOf(canvas: Locator, token: string): Promise<number> {
  return canvas.evaluate((element, name) => {
    const target = element as HTMLCanvasElement;
    const colour = getComputedStyle(target).getPropertyValue(name).trim();
    const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    const { data } = target.getContext("2d")!.getImageData(0, 0, target.width, target.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (wanted.every((channel, k) => Math.abs(data[i + k]! - channel) < 40)) count++;
    }
    return count;
  }, token);
}

/** Colours of the surface's picture, to 32 steps a channel, that are no greys. */
async function hues(page: Page): Promise<number> {
  const { data, channels } = decode(await page.getByRole("img", { name: /Isosurface/ }).screenshot());
  const seen = new Set<number>();
  for (let i = 0; i < data.length; i += channels) {
    const [r, g, b] = [data[i]! >> 3, data[i + 1]! >> 3, data[i + 2]! >> 3];
    if (Math.max(r, g, b) - Math.min(r, g, b) > 5) seen.add((r << 10) | (g << 5) | b);
  }
  return seen.size;
}

test("after a run the hard mask and the background's outliers can be laid over the slices", async ({ page }) => {
  await openExample(page);
  const overlays = page.getByRole("group", { name: "Overlays on the slices" });
  await expect(overlays.getByRole("checkbox")).toHaveCount(1);
  await runChecks(page);
  const slice = page.getByRole("img", { name: /^Z slice/ });
  const mask = overlays.getByRole("checkbox", { name: "Hard mask" });
  await expect(mask).toBeChecked();
  await expect.poll(() => pixelsOf(slice, "--over-mask")).toBeGreaterThan(50);
  await mask.uncheck();
  await expect.poll(() => pixelsOf(slice, "--over-mask")).toBe(0);
  await overlays.getByRole("checkbox", { name: /Background beyond 5/ }).check();
  await expect(overlays.getByRole("checkbox", { name: /Background beyond 5/ })).toBeChecked();
  await page.getByRole("img", { name: /^Z slice/ }).focus();
  await page.keyboard.press("o");
  await expect.poll(() => pixelsOf(slice, "--over-level")).toBe(0);
  await expect(overlays.getByRole("checkbox", { checked: true })).toHaveCount(0);

  await page.getByRole("radiogroup", { name: "Colour of the surface" }).getByText("B-factor").click();
  await expect(page.getByText("local B-factor (Å²)")).toBeVisible();
  await expect.poll(() => hues(page)).toBeGreaterThan(50);
});
