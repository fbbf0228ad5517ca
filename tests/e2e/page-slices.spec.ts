import { mkdir, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { makeMrc } from "../support/mrc-builder.ts";
import { openPage } from "./support/page.ts";

const BOX = [30, 36, 25] as const;
const CORNER = [8, 9, 7];
/** Arms of three lengths along x, y and z: no turn makes such a map its own mirror image. */
const ARMS = [18, 12, 7];

function threeArms(x: number, y: number, z: number): number {
  const from = [x - CORNER[0]!, y - CORNER[1]!, z - CORNER[2]!];
  const inArm = ARMS.some(
    (length, k) => from[k]! >= -2 && from[k]! <= length && from.every((d, j) => j === k || Math.abs(d) <= 2),
  );
  return (inArm ? 1 : 0) + 0.02 * ((x * 7 + y * 13 + z * 31) % 5);
}

/** Greys of the slices at the corner of the arms, read at fractions of each picture, without overlays and crosshair. */
async function greysAt(page: Page, axis: "x" | "y" | "z", steps: number): Promise<number[]> {
  return page.locator(`[data-axis=${axis}] canvas`).evaluate(
    (element, { steps, aspect }) => {
      const canvas = element as HTMLCanvasElement;
      const width = Math.min(canvas.width, canvas.height * aspect);
      const [left, top] = [(canvas.width - width) / 2, (canvas.height - width / aspect) / 2];
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return Array.from({ length: steps * steps }, (_, i) => {
        const column = Math.floor(left + (((i % steps) + 0.5) / steps) * width);
        const row = Math.floor(top + ((Math.floor(i / steps) + 0.5) / steps) * (width / aspect));
        return data[4 * (row * canvas.width + column) + 1]!;
      });
    },
    { steps, aspect: { x: 36 / 25, y: 25 / 30, z: 30 / 36 }[axis] },
  );
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  const spread = (values: readonly number[], m: number) => Math.sqrt(sum((i) => (values[i]! - m) ** 2));
  return sum((i) => (a[i]! - ma) * (b[i]! - mb)) / (spread(a, ma) * spread(b, mb));
}

/** Opens the three-armed map at its corner, overlays off. */
async function openArms(page: Page, folder: string): Promise<void> {
  const path = `${folder}/arms.mrc`;
  await mkdir(folder, { recursive: true });
  await writeFile(path, makeMrc({ box: BOX, value: threeArms }));
  await openPage(page);
  await page.locator("input[type=file]").first().setInputFiles(path);
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible();
  for (const [k, axis] of ["X", "Y", "Z"].entries()) {
    await page.getByRole("slider", { name: `${axis} slice` }).fill(String(CORNER[k]));
  }
  await page.getByRole("img", { name: /^Z slice 7/ }).focus();
  await page.keyboard.press("o");
}

const chooseDrawer = async (page: Page, name: "NiiVue" | "Processor") => {
  await page.getByRole("region", { name: "Overlays and colours" }).getByText(name, { exact: true }).click();
  await expect(page.locator(`[data-drawn-by=${name.toLowerCase()}]`)).toHaveCount(3, { timeout: 30_000 });
};

/** Keeps every WebGL context, so that a test can lose them and see which are left. */
const keepContexts = (page: Page) =>
  page.addInitScript(() => {
    const kept: WebGL2RenderingContext[] = [];
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: [string, unknown?]) {
      const context = Reflect.apply(original, this, given) as WebGL2RenderingContext | null;
      if (given[0] === "webgl2" && context && !kept.includes(context)) kept.push(context);
      return context;
    } as typeof original;
    Object.assign(window, { webglContexts: kept });
  });

const livingContexts = (page: Page) =>
  page.evaluate(
    () =>
      (window as unknown as { webglContexts: WebGL2RenderingContext[] }).webglContexts.filter(
        (context) => !context.isContextLost() && !document.contains(context.canvas as HTMLCanvasElement),
      ).length,
  );

test("NiiVue draws what the processor draws, neither mirrored, in every plane and colour", async ({ page }, {
  outputDir,
}) => {
  await openArms(page, outputDir);
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  const read = async () => Promise.all((["x", "y", "z"] as const).map((axis) => greysAt(page, axis, 60)));
  await chooseDrawer(page, "Processor");
  const own = await read();
  // Arms run right and up across z (x 18, y 12) and x (y 12, z 7), right and down across y (z 7, x 18).
  const at = (k: number, column: number, row: number) => own[k]![Math.floor(row * 60) * 60 + Math.floor(column * 60)]!;
  expect(at(2, 24 / 30, 1 - 9.5 / 36)).toBeGreaterThan(200);
  expect(at(2, 8.5 / 30, 1 - 20 / 36)).toBeGreaterThan(200);
  expect(at(2, 8.5 / 30, 1 - 2 / 36)).toBeLessThan(120);
  expect(at(0, 20 / 36, 1 - 7.5 / 25)).toBeGreaterThan(200);
  expect(at(0, 2 / 36, 1 - 7.5 / 25)).toBeLessThan(120);
  expect(at(1, 7.5 / 25, 24 / 30)).toBeGreaterThan(200);
  expect(at(1, 20 / 25, 8.5 / 30)).toBeLessThan(120);

  await chooseDrawer(page, "NiiVue");
  const niivue = await read();
  for (const k of [0, 1, 2]) expect(correlation(own[k]!, niivue[k]!)).toBeGreaterThan(0.97);

  await page.getByText("Inverted grey").click();
  await expect.poll(async () => correlation(own[2]!, await greysAt(page, "z", 60))).toBeLessThan(-0.97);
  await page.getByRole("textbox", { name: "Darkest map value" }).fill("5");
  await page.keyboard.press("Tab");
  await expect(page.getByText("Below the other end")).toBeVisible();
  await page.getByRole("textbox", { name: "Brightest map value" }).fill("9");
  await page.keyboard.press("Tab");
  await page.getByRole("textbox", { name: "Darkest map value" }).fill("8");
  await page.keyboard.press("Tab");
  await expect.poll(async () => Math.min(...(await greysAt(page, "z", 10)))).toBeGreaterThan(250);
  await page.getByRole("button", { name: "Auto" }).click();
  await expect.poll(async () => correlation(own[2]!, await greysAt(page, "z", 60))).toBeLessThan(-0.97);
});

test("a lost context leaves the slices to the processor, a closed map leaves no context", async ({ page }, {
  outputDir,
}) => {
  await keepContexts(page);
  await openArms(page, outputDir);
  await expect(page.locator("[data-drawn-by=niivue]")).toHaveCount(3, { timeout: 30_000 });
  expect(await livingContexts(page)).toBe(1);
  await page.evaluate(() => {
    const { webglContexts } = window as unknown as { webglContexts: WebGL2RenderingContext[] };
    const hidden = webglContexts.find(
      (context) => !document.contains(context.canvas as HTMLCanvasElement) && !context.isContextLost(),
    );
    hidden?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect(page.getByText("Slices drawn by the processor: WebGL was lost")).toBeVisible();
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  await chooseDrawer(page, "NiiVue");
  await page.getByRole("button", { name: "Close map" }).click();
  await expect.poll(() => livingContexts(page)).toBe(0);
});

test("where textures are small, bins are shown and said, at the right place", async ({ page }, { outputDir }) => {
  await page.addInitScript(() => {
    const original = WebGL2RenderingContext.prototype.getParameter;
    WebGL2RenderingContext.prototype.getParameter = function (this: WebGL2RenderingContext, name: number) {
      return name === WebGL2RenderingContext.MAX_3D_TEXTURE_SIZE ? 18 : original.call(this, name);
    };
  });
  await openArms(page, outputDir);
  await expect(page.getByText("as means of 2 × 2 × 2 voxels; numbers are of single voxels")).toBeVisible({
    timeout: 30_000,
  });
  const bins = [await greysAt(page, "x", 60), await greysAt(page, "y", 60), await greysAt(page, "z", 60)];
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  await chooseDrawer(page, "Processor");
  for (const [k, axis] of (["x", "y", "z"] as const).entries()) {
    expect(correlation(bins[k]!, await greysAt(page, axis, 60))).toBeGreaterThan(0.9);
  }
});

test("slices zoom about the pointer, all alike, move by dragging and go back to the whole box", async ({ page }, {
  outputDir,
}) => {
  await openArms(page, outputDir);
  const slice = page.getByRole("img", { name: /^Z slice/ });
  const readout = page.getByRole("region", { name: "The map" });
  const zoom = page.getByRole("group", { name: "Zoom of the slices" });
  const { x, y, width, height } = (await slice.boundingBox())!;
  const [right, down] = [x + 0.6 * width, y + 0.45 * height];
  const pointed = async () => {
    await page.mouse.click(right, down);
    return (await readout.textContent())!.match(/voxel (\d+, \d+, \d+)/)![1];
  };
  const before = await pointed();
  const bars = () => page.locator("[data-axis] :text('Å')").allTextContents();
  const whole = await bars();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect(zoom).toContainText("3.3×");
  expect(await pointed()).toBe(before);
  await expect.poll(bars).not.toEqual(whole);
  await page.keyboard.down("Shift");
  await page.mouse.down();
  await page.mouse.move(right - 40, down + 20, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
  expect(await pointed()).not.toBe(before);
  await slice.focus();
  await page.keyboard.press("+");
  await expect(zoom).toContainText("4.1×");
  await page.keyboard.press("0");
  await expect(zoom).toContainText("1.0×");
  await expect.poll(bars).toEqual(whole);
  expect(await pointed()).toBe(before);
  await zoom.getByRole("button", { name: "Slices larger" }).click();
  await zoom.getByRole("button", { name: "Whole box" }).click();
  await expect(zoom).toContainText("1.0×");
});

test("without WebGL2 the processor draws, and the page says so", async ({ page }, { outputDir }) => {
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...given: [string, unknown?]) {
      return given[0] === "webgl2" ? null : Reflect.apply(original, this, given);
    } as typeof original;
  });
  await openArms(page, outputDir);
  await expect(page.getByText("Slices drawn by the processor: this browser offers no WebGL2")).toBeVisible();
});

/** A gzipped map of whole numbers, larger than what is drawn voxel by voxel: a block of 40 with one voxel of 100 in it. */
function largeMap(side: number, bright: readonly [number, number, number]): Buffer {
  const words = { 1: side, 2: side, 3: side, 8: side, 9: side, 10: side };
  const header = makeMrc({ mode: 0, cell: [side, side, side], statistics: [0, -1, -2], words }).subarray(0, 1024);
  const voxels = new Uint8Array(side ** 3);
  for (let z = 180; z < 230; z++) {
    for (let y = 180; y < 230; y++) voxels.fill(40, (z * side + y) * side + 180, (z * side + y) * side + 230);
  }
  voxels[(bright[2] * side + bright[1]) * side + bright[0]] = 100;
  return gzipSync(Buffer.concat([header, voxels]), { level: 1 });
}

test("above 400 voxels a side NiiVue shows means of 2 × 2 × 2, and says so; the value is that of the single voxel", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openPage(page);
  const buffer = largeMap(408, [201, 205, 207]);
  await page.setInputFiles("input[type=file]", { name: "large.map.gz", mimeType: "", buffer });
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  await chooseDrawer(page, "NiiVue");
  const readout = page.getByRole("region", { name: "The map" });
  await expect(readout).toContainText("as means of 2 × 2 × 2 voxels; numbers are of single voxels");
  for (const [axis, index] of [
    ["X", 201],
    ["Y", 205],
    ["Z", 207],
  ] as const) {
    await page.getByRole("slider", { name: `${axis} slice` }).fill(String(index));
  }
  await expect(readout).toContainText("voxel 201, 205, 207");
  await expect(readout).toContainText("value 100");
  await page.getByRole("slider", { name: "X slice" }).fill("202");
  await expect(readout).toContainText("value 40");
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
