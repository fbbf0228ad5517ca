import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { decode } from "fast-png";
import { formatLevel } from "../../src/core/format/numbers.ts";
import type { Report } from "../../src/report/report.ts";
import { DATA_FOLDER, expectedStatuses, HAS_DATA, mapPath, pairPath } from "./support/data.ts";
import { download, dropFile, openPage, pdfPages, runChecks } from "./support/page.ts";
import { hues, markedIn, pixelsOf } from "./support/pixels.ts";

test.beforeEach(() => test.skip(!HAS_DATA, `no test data at ${DATA_FOLDER}; set MAPASSAY_DATA`));

const GROEL = "emd_1997.map";
const SIDE = 100;
const MEASURED = ["mass", "mask", "background", "bFactor"];
const GUINIER = "Guinier plot: logarithm of the mean amplitude against the inverse square of the resolution";

const slice = (page: Page) => page.getByRole("img", { name: /^Z slice/ });
const legend = (page: Page) => page.getByRole("list", { name: "Legend of the overlays" });
const surface = (page: Page) => page.getByRole("img", { name: /Isosurface/ });

/** The values of one plane across z as they stand in the file: 32-bit floats, x fastest, after 1024 bytes of header. */
function planeInFile(z: number): Float32Array {
  const bytes = new Uint8Array(readFileSync(mapPath(GROEL)));
  return new Float32Array(bytes.buffer, 1024 + 4 * SIDE * SIDE * z, SIDE * SIDE);
}

async function expectCrosshair(page: Page, x: number, y: number, z: number): Promise<void> {
  const readout = page.getByRole("region", { name: "The map" });
  await expect(readout).toContainText(`voxel ${x}, ${y}, ${z}`);
  await expect(readout).toContainText(`Å ${[x, y, z].map((index) => (2.02 * index).toFixed(1)).join(", ")}`);
  await expect(readout).toContainText(`value ${formatLevel(planeInFile(z)[y * SIDE + x]!)}`);
}

test("GroEL, EMD-1997: from the dropped file through slices, surface, checks and plots to the report", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await openPage(page);
  await dropFile(page, mapPath(GROEL), GROEL);
  await test.step("slices: crosshair, wheel, keys, jumps, window and colours", () => walkSlices(page));
  await test.step("the advisor: suggestions with reasons, on the histogram; the own choice stays", () => advise(page));
  await test.step("the surface follows the level and shows the three views", () => walkSurface(page));
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("7");
  await runChecks(page);
  await expect(page.getByRole("button", { name: /Mass and centring/ })).toContainText("35.0 % off centre along z");
  await test.step("masks, pieces, outliers, local measurements over the slices", () => layOver(page));
  await test.step("the surface in the colours of each local measurement, with its key", () => colourSurface(page));
  await test.step("plots: values, marks, zoom, files", () => readPlots(page));
  await test.step("a number explains itself in both readings", () => explainNumber(page));
  await test.step("reports with the expected verdicts, kept for the next visit", () => exportReports(page));
});

test("three maps side by side: verdicts, key numbers, curves over each other, CSV", async ({ page }) => {
  test.setTimeout(300_000);
  const paths = [mapPath("emd_3197.map"), mapPath("emd_6824.mrc"), pairPath("qrefine_3j06/3j06_box.ccp4")];
  await openPage(page);
  await page.setInputFiles("input[type=file]", paths);
  await expect(page.getByRole("heading", { name: "Three maps are ready" })).toBeVisible({ timeout: 60_000 });
  for (const [name, level, resolution] of [
    ["emd_6824.mrc", "3", "6"],
    ["3j06_box.ccp4", "2.076", "3.3"],
  ] as const) {
    await page.getByRole("textbox", { name: `Contour level of ${name}` }).fill(level);
    await page.getByRole("textbox", { name: `Resolution of ${name}, Å` }).fill(resolution);
  }
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Run the checks" }).click();
  await expect(page.getByRole("heading", { name: /every judged check/ })).toBeVisible({ timeout: 120_000 });
  const table = page.getByRole("region", { name: "Compared maps" });
  await page.getByRole("button", { name: /^Hand/ }).click();
  await expect(table.getByRole("row").nth(1)).toContainText("3j06_box.ccp4");
  const cells = table.getByRole("row").nth(1).getByRole("cell");
  // Box, Å a voxel, then after level, passes and hallmark the key numbers of 0.a to 0.h.
  await expect(cells.nth(0)).toHaveText("79 × 62 × 49");
  await expect(cells.nth(1)).toHaveText("0.87");
  await expect(cells.nth(4)).toHaveText("5 of 6");
  expect((await cells.allTextContents()).slice(10)).toEqual([
    "−52",
    expect.stringMatching(/^[23]\.\d$/),
    "−47",
    "(100)",
    expect.stringMatching(/^0\.[0-3]\d$/),
  ]);
  await expect(page.getByRole("img", { name: /^Guinier curves: / })).toContainText("3j06_box.ccp4");
  await expect(page.getByRole("img", { name: /^Mass curves: .*3 maps/ })).toContainText("emd_3197.map");
  const { bytes } = await download(page, "Table as CSV");
  expect(bytes.toString().trim().split("\n")).toHaveLength(4);
});

async function walkSlices(page: Page): Promise<void> {
  await expectCrosshair(page, 64, 30, 20);
  await page.getByRole("button", { name: "centre" }).click();
  await expectCrosshair(page, 50, 50, 50);
  await slice(page).hover();
  await page.mouse.wheel(0, 100);
  await expect(slice(page)).not.toHaveAccessibleName(/^Z slice 50,/);
  await slice(page).focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowUp");
  await expectCrosshair(page, 64, 30, 21);
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  await page.getByText("Viridis").click();
  await page.getByRole("textbox", { name: "Darkest map value" }).fill("1.5");
  await page.keyboard.press("Tab");
  // Little of a slice reaches 1.5, and viridis begins in dark violet.
  await expect.poll(() => greenOf(page)).toBeLessThan(20);
  await page.getByRole("button", { name: "Auto" }).click();
  await page.getByText("Grey", { exact: true }).click();
  await expect.poll(() => greenOf(page)).toBeGreaterThan(40);
  await page.getByRole("button", { name: "Close the panel" }).click();
}

/** The median green of the Z slice, 0 to 255. */
async function greenOf(page: Page): Promise<number> {
  return slice(page).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    const greens = data.filter((_, i) => i % 4 === 1).sort();
    return greens[greens.length >> 1]!;
  });
}

async function advise(page: Page): Promise<void> {
  const choices = page.getByRole("radiogroup", { name: "Where the level comes from" });
  await expect(choices.getByRole("radio")).toHaveCount(5);
  await page.getByRole("textbox", { name: "Expected mass" }).fill("800");
  await expect(choices.getByRole("radio", { name: /800 kDa of protein/ })).toBeVisible();
  await page.getByRole("textbox", { name: "Contour level" }).fill("1");
  await expect(choices.getByRole("radio", { checked: true })).toHaveAccessibleName(
    /the level that was given.*24 pieces/,
  );
}

async function walkSurface(page: Page): Promise<void> {
  await expect(surface(page)).toHaveAttribute("data-level", "1");
  await page.getByRole("radiogroup", { name: "Colour of the surface" }).getByText("Pieces").click();
  const pieces = page.getByLabel("Colours of the surface: pieces");
  await expect(pieces).toContainText(/largest piece, 49\.9.% of the voxels above the level/);
  await expect(pieces).toContainText("23 other pieces");
  await expect.poll(() => hues(page)).toBeGreaterThan(50);
  await page.getByText("Plain", { exact: true }).click();
  await page.getByText("View 2").click();
  await expect(surface(page)).toHaveAccessibleName("Isosurface of emd_1997.map at level 1.000, view 2 of 3");
  await page.getByRole("slider", { name: "Contour level" }).press("ArrowRight");
  await expect(surface(page)).not.toHaveAttribute("data-level", "1");
  await page.getByRole("textbox", { name: "Contour level" }).fill("1");
}

async function layOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  const overlays = page.getByRole("group", { name: "Overlays on the slices" });
  await expect.poll(() => pixelsOf(slice(page), "--over-mask")).toBeGreaterThan(50);
  await overlays.getByRole("checkbox", { name: "Soft mask" }).check();
  await overlays.getByRole("checkbox", { name: "Pieces by size" }).check();
  await overlays.getByRole("checkbox", { name: /Background beyond 5/ }).check();
  await page.getByRole("radio", { name: "Local B-factor" }).check();
  await expect(legend(page).getByRole("listitem")).toHaveCount(6);
  // Along x the two rings lie one above the other: the mask holds the one, its pieces and outliers are in the other.
  await expect.poll(() => pixelsOf(page.getByRole("img", { name: /^X slice/ }), "--over-outlier")).toBeGreaterThan(50);
  const plane = planeInFile(20);
  const densest = plane.indexOf(Math.max(...plane));
  for (const [axis, index] of Object.entries({ X: densest % SIDE, Y: Math.floor(densest / SIDE), Z: 20 })) {
    await page.getByRole("slider", { name: `${axis} slice` }).fill(String(index));
  }
  const readout = page.getByRole("region", { name: "The map" });
  await expect(readout).toContainText(/piece \d+: [\d\s]+ voxels, [\d.]+\s%; local B-factor −?\d+\sÅ²/);
  await page.keyboard.press("Escape");
}

async function colourSurface(page: Page): Promise<void> {
  const choice = page.getByRole("radiogroup", { name: "Colour of the surface" });
  for (const [label, title] of [
    ["Occupancy", "local occupancy (%)"],
    ["Resolution", "local resolution (Å)"],
    ["B-factor", "local B-factor (Å²)"],
  ] as const) {
    await choice.getByText(label).click();
    await expect(page.getByLabel(`Colours of the surface: ${title}`)).toContainText(/median −?\d/);
    await expect.poll(() => hues(page)).toBeGreaterThan(50);
  }
}

async function readPlots(page: Page): Promise<void> {
  await page.getByRole("button", { name: /0\.b/ }).first().click();
  const values = page.getByRole("img", { name: "Voxels of the box by map value" });
  await values.locator(".nsewdrag").hover({ position: { x: 200, y: 200 } });
  await expect(values.locator(".hovertext")).toContainText(/map value .* to /);
  await page.getByRole("article").getByRole("slider", { name: "Mark a bar’s voxels" }).fill("60");
  await expect.poll(() => pixelsOf(slice(page), "--over-marked")).toBeGreaterThan(5);
  await expect.poll(() => markedIn(page)).toBeGreaterThan(50);
  await legend(page)
    .getByRole("button", { name: /^Clear the mark/ })
    .click();
  const csv = await download(page, "Voxels above a contour level, against the level: save as CSV");
  expect(csv.bytes.toString()).toMatch(/^contour level,voxels above the level\n/);

  await page.getByRole("button", { name: /0\.d/ }).first().click();
  const guinier = page.getByRole("img", { name: GUINIER });
  await expect(guinier).toContainText("± 1 standard error");
  const ticks = await guinier.locator(".xtick").allTextContents();
  const area = (await guinier.locator(".nsewdrag").boundingBox())!;
  await page.mouse.move(area.x + 100, area.y + 50);
  await page.mouse.down();
  await page.mouse.move(area.x + 300, area.y + 150, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => guinier.locator(".xtick").allTextContents()).not.toEqual(ticks);
  const png = decode((await download(page, `${GUINIER}: save as PNG`)).bytes);
  expect(png.width).toBe(2700);
  expect((await download(page, `${GUINIER}: save as SVG`)).bytes.toString()).toContain("<svg");

  await page.getByRole("button", { name: /0\.f/ }).first().click();
  const local = page.getByRole("img", { name: /^Voxels of the mask by local B-factor/ });
  await expect(local).toContainText("median −358 Å²");
  await expect(page.getByLabel("Colours of the surface: local B-factor (Å²)")).toBeVisible();
  await expect(local).toHaveAccessibleName(/2\.5, 25, 75 and 97\.5 percentiles/);
}

async function explainNumber(page: Page): Promise<void> {
  const check = page.getByRole("article", { name: "Local B-factor" });
  await check.getByRole("button", { name: /^Median: −358\.31/ }).click();
  const words = page.getByRole("dialog", { name: "Median" });
  await expect(words.getByRole("term")).toHaveText(["Corrected", "VRS", "Formula", "Criterion", "In VRS", "Source"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await expect(check.getByRole("button", { name: /^Median: −538\.57/ })).toBeVisible();
  await page.keyboard.press("v");
  await check.getByRole("button", { name: "Close" }).click();
}

async function exportReports(page: Page): Promise<void> {
  const { name, bytes } = await download(page, "JSON");
  const { input, checks } = JSON.parse(bytes.toString()) as Report;
  expect([name, input.fileName, input.contourLevel]).toEqual(["emd_1997-report.json", GROEL, 1]);
  expect([input.resolution, input.contourSource, input.molecularMass]).toEqual([7, "user", 800]);
  const methods = input.contourSuggestions.map(({ method }) => method);
  expect(methods).toEqual(expect.arrayContaining(["combined", "componentPlateau", "background", "molecularMass"]));
  const found = new Map(checks.map(({ key, status }) => [key as string, status]));
  const expected = expectedStatuses("emd_1997");
  for (const key of MEASURED) expect(found.get(key), key).toEqual(expected.get(key));
  const pdf = await download(page, "PDF report");
  expect(pdf.name).toBe("emd_1997-report.pdf");
  expect(pdfPages(pdf.bytes)).toBeGreaterThan(3);
  await page.reload();
  const recent = page.getByRole("region", { name: "Recent results" });
  await expect(recent).toContainText(GROEL);
  expect((await download(page, `JSON report of ${GROEL}`)).bytes.equals(bytes)).toBe(true);
}
