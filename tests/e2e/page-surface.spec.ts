import { expect, type Page, test } from "@playwright/test";
import { decode } from "fast-png";
import type { Triple } from "../../src/core/volume/grid.ts";
import { drawSurfaceViews } from "../../src/report/drawing/surface.ts";
import type { RgbImage } from "../../src/report/figures.ts";
import { makeMrc } from "../support/mrc-builder.ts";
import { openExample, openPage, runChecks } from "./support/page.ts";
import { hues } from "./support/pixels.ts";

const BOX: Triple = [34, 34, 34];
const LEVEL = 0.5;
/** Samples across the square that both pictures fill. */
const SAMPLES = 64;

/** Arms of 24 voxels along +x, 18 along +y, 12 along +z from a hub; its mirror image is another body. */
function body(x: number, y: number, z: number): number {
  const isArm = (along: number, a: number, b: number, length: number) =>
    along >= 1 && along <= 4 + length && Math.abs(a - 4) <= 3 && Math.abs(b - 4) <= 3;
  return isArm(x, y, z, 24) || isArm(y, z, x, 18) || isArm(z, x, y, 12) ? 1 : 0;
}

async function openBody(page: Page): Promise<void> {
  await openPage(page);
  const buffer = Buffer.from(makeMrc({ box: BOX, value: body }));
  await page.setInputFiles("input[type=file]", { name: "arms.map", mimeType: "", buffer });
  await page.getByRole("textbox", { name: "Contour level" }).fill(String(LEVEL));
}

test.use({ viewport: { width: 1000, height: 640 } });

const surface = (page: Page) => page.getByRole("img", { name: /Isosurface/ });

/** Whether each sample of the middle square, which leaves 48 pixels free above and below, shows the surface; `null` while nothing is drawn. */
async function silhouette(page: Page): Promise<boolean[] | null> {
  const { width, height, data, channels } = decode(await surface(page).screenshot());
  const side = Math.min(width, height - 96);
  const colour = (x: number, y: number) => [...data.slice(channels * (y * width + x), channels * (y * width + x) + 3)];
  const background = colour(width - 4, height >> 1);
  const shown = squares((u, v) => {
    const at = colour(Math.floor((width - side) / 2 + u * side), Math.floor((height - side) / 2 + v * side));
    return at.some((channel, k) => Math.abs(channel - background[k]!) > 12);
  });
  return shown.includes(true) ? shown : null;
}

function silhouetteOf({ width, rgb }: RgbImage, { mirrored }: { mirrored: boolean }): boolean[] {
  return squares((u, v) => {
    const across = Math.floor((mirrored ? 1 - u : u) * width);
    return rgb[3 * (Math.floor(v * width) * width + across)]! < 250;
  });
}

function squares(isShown: (u: number, v: number) => boolean): boolean[] {
  const middle = (i: number) => (i + 0.5) / SAMPLES;
  return Array.from({ length: SAMPLES * SAMPLES }, (_, i) =>
    isShown(middle(i % SAMPLES), middle(Math.floor(i / SAMPLES))),
  );
}

function share(found: readonly boolean[] | null, expected: readonly boolean[]): number {
  return found ? found.filter((shown, i) => shown === expected[i]).length / expected.length : 0;
}

test("the surface is seen as in the report from all three views, not mirrored, turns by keys and goes back", async ({
  page,
}) => {
  await openBody(page);
  const voxels = Float32Array.from({ length: 34 ** 3 }, (_, i) =>
    body(i % 34, Math.floor(i / 34) % 34, Math.floor(i / 34 ** 2)),
  );
  const volume = { grid: { box: BOX, voxelSize: [2, 2, 2] as Triple, origin: [0, 0, 0] as Triple }, voxels };
  const pictures = drawSurfaceViews(volume, LEVEL, { size: 200 });
  for (const [i, picture] of pictures.entries()) {
    await page.getByText(`View ${i + 1}`).click();
    await expect(surface(page)).toHaveAccessibleName(new RegExp(`level 0.500, view ${i + 1} of 3`));
    const own = silhouetteOf(picture, { mirrored: false });
    await expect.poll(async () => share(await silhouette(page), own)).toBeGreaterThan(0.97);
    expect(share(await silhouette(page), silhouetteOf(picture, { mirrored: true }))).toBeLessThan(0.9);
  }

  const asViewed = silhouetteOf(pictures[2], { mirrored: false });
  await surface(page).focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  await expect(surface(page)).toHaveAccessibleName(/turned by hand/);
  await expect.poll(async () => share(await silhouette(page), asViewed)).toBeLessThan(0.94);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(async () => share(await silhouette(page), asViewed)).toBeGreaterThan(0.97);

  await page.getByRole("textbox", { name: "Contour level" }).fill("2");
  await expect(page.getByText("Nothing of the map reaches 2.000.")).toBeVisible();
});

test("a lost context and a browser without WebGL 2 leave the report's pictures, with the reason and in colours", async ({
  page,
}) => {
  await openBody(page);
  await expect.poll(() => silhouette(page)).not.toBeNull();
  await surface(page).evaluate((canvas: HTMLCanvasElement) =>
    canvas.getContext("webgl2")!.getExtension("WEBGL_lose_context")!.loseContext(),
  );
  await expect(page.getByText("The graphics processor has dropped the surface")).toBeVisible();
  await expect(surface(page)).toBeVisible();
  await page.getByRole("button", { name: "Turn it again" }).click();
  await expect.poll(() => silhouette(page)).not.toBeNull();
  await expect(page.getByText("The graphics processor")).toBeHidden();

  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    Object.defineProperty(HTMLCanvasElement.prototype, "getContext", {
      value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind === "webgl2" ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      },
    });
  });
  await openExample(page);
  await expect(page.getByText("This browser has no WebGL 2")).toBeVisible();
  await expect(surface(page)).toBeVisible();
  expect(await hues(page)).toBe(0);
  await runChecks(page);
  await page.getByRole("radiogroup", { name: "Colour of the surface" }).getByText("Occupancy").click();
  await expect(page.getByLabel("Colours of the surface: local occupancy (%)")).toBeVisible();
  await expect.poll(() => hues(page)).toBeGreaterThan(50);
});

test("on a narrow page the buttons lie in what is kept free above the surface", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openExample(page);
  await runChecks(page);
  const colours = page.getByRole("radiogroup", { name: "Colour of the surface" });
  await expect(colours).toBeVisible();
  const parts = [colours, surface(page), page.getByRole("img", { name: /^Z slice/ })];
  const [buttons, canvas, slice] = await Promise.all(parts.map((part) => part.boundingBox()));
  expect(buttons!.y + buttons!.height).toBeLessThanOrEqual(canvas!.y + 48);
  expect(buttons!.x + buttons!.width).toBeLessThanOrEqual(375);
  expect(slice!.y).toBeGreaterThan(canvas!.y + canvas!.height - 48);
});
