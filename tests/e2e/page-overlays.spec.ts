import { expect, test } from "@playwright/test";
import { decode } from "fast-png";
import { download, openExample, runChecks } from "./support/page.ts";
import { blueIn, hues, huesOf, markedIn, pixelsOf } from "./support/pixels.ts";

test("after a run masks, pieces, outliers and local measurements can be laid over the slices", async ({ page }) => {
  await openExample(page);
  await page.getByRole("button", { name: "Overlays, colours" }).click();
  const overlays = page.getByRole("group", { name: "Overlays on the slices" });
  await expect(overlays.getByRole("checkbox")).toHaveCount(1);
  await runChecks(page);
  const slice = page.getByRole("img", { name: /^Z slice/ });
  const mask = overlays.getByRole("checkbox", { name: "Hard mask" });
  await expect(mask).toBeChecked();
  await expect.poll(() => pixelsOf(slice, "--over-mask")).toBeGreaterThan(50);
  await overlays.getByRole("slider", { name: "Opacity of Hard mask, percent" }).fill("5");
  await expect.poll(() => pixelsOf(slice, "--over-mask")).toBeLessThan(50);
  await mask.uncheck();
  await expect.poll(() => pixelsOf(slice, "--over-mask")).toBe(0);
  await overlays.getByRole("checkbox", { name: /Background beyond 5/ }).check();
  await overlays.getByRole("checkbox", { name: "Soft mask" }).check();
  await overlays.getByRole("checkbox", { name: "Pieces by size" }).check();
  await slice.hover({ position: { x: 128, y: 118 } });
  const piece = /piece \d+(: [\d\u202f]+ voxels, [\d.]+\u00a0%)?/;
  await expect
    .poll(async () => {
      for (const x of [100, 118, 128, 138, 156]) {
        await slice.hover({ position: { x, y: 120 } });
        if (await page.locator("[data-corner=hover]").count())
          return page.locator("[data-corner=hover]").first().textContent();
      }
      return "";
    })
    .toMatch(piece);
  await page.getByRole("radio", { name: "Local B-factor" }).check();
  const legend = page.getByRole("list", { name: "Legend of the overlays" });
  await expect(legend.getByText(/Å²/)).toBeVisible();
  await expect(legend.getByRole("listitem")).toHaveCount(5);
  await page.getByRole("img", { name: /^Z slice/ }).focus();
  await page.keyboard.press("o");
  await expect.poll(() => pixelsOf(slice, "--over-level")).toBe(0);
  await expect(overlays.getByRole("checkbox", { checked: true })).toHaveCount(0);
  await expect(legend.getByRole("listitem")).toHaveCount(0);
  await page.getByRole("button", { name: "Close the panel" }).click();

  await page.getByRole("radiogroup", { name: "Colour of the surface" }).getByText("B-factor").click();
  await expect(page.getByText("local B-factor (Å²)")).toBeVisible();
  await expect.poll(() => hues(page)).toBeGreaterThan(50);
  const { name, bytes } = await download(page, "Save picture");
  expect(name).toBe("example-map.png");
  const saved = decode(bytes);
  const panes = (await page.locator("[data-pictured]").boundingBox())!;
  expect([saved.width, saved.height]).toEqual([2 * panes.width, 2 * panes.height]);
  expect(huesOf(saved)).toBeGreaterThan(50);

  await page
    .getByRole("button", { name: /^Local B-factor|0\.f/ })
    .first()
    .click();
  await page.getByRole("article").getByRole("slider", { name: "Mark a bar’s voxels" }).fill("12");
  await expect(legend.getByText(/Å² to .*Å²/)).toBeVisible();
  await expect.poll(() => pixelsOf(slice, "--over-marked")).toBeGreaterThan(5);
  await expect(page.getByText(/marked voxels?, seen through the surface$/)).toBeVisible();
});

test("a bar of the histogram marks its voxels in slices and surface, by hand and by keys, until cleared", async ({
  page,
}) => {
  await openExample(page);
  const slice = page.getByRole("img", { name: /^Z slice/ });
  const legend = page.getByRole("list", { name: "Legend of the overlays" });
  await expect.poll(() => pixelsOf(slice, "--over-level")).toBeGreaterThan(10);
  const level = await page.getByRole("slider", { name: "Contour level" }).getAttribute("aria-valuenow");
  await page
    .locator("rect[data-bar]")
    .nth(12)
    .click({ position: { x: 1, y: 60 } });
  await expect(legend.getByText(/ to /)).toBeVisible();
  await expect.poll(() => pixelsOf(slice, "--over-marked")).toBeGreaterThan(100);
  await expect(
    page.getByText(/marked voxels, seen through the surface; [56]\d\u202f\d{3} of them drawn/),
  ).toBeVisible();
  await expect.poll(() => markedIn(page)).toBeGreaterThan(1000);
  expect(await page.getByRole("slider", { name: "Contour level" }).getAttribute("aria-valuenow")).toBe(level);
  await legend.getByRole("button", { name: /^Clear the mark/ }).click();
  await expect.poll(() => pixelsOf(slice, "--over-marked")).toBeLessThan(20);
  await expect.poll(() => markedIn(page)).toBe(0);
  const field = page.getByRole("slider", { name: "Mark a bar’s voxels" });
  await field.focus();
  for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
  await expect(field).toHaveAttribute("aria-valuetext", / to /);
  await expect.poll(() => pixelsOf(slice, "--over-marked")).toBeGreaterThan(100);
});

test("a bar on the page of 0.b marks its voxels in the slices, and helices of 0.h take the crosshair, from the list and in 3-D", async ({
  page,
}) => {
  await openExample(page);
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("3.5");
  await runChecks(page);
  await page.getByRole("button", { name: /0\.b/ }).first().click();
  const plot = page.getByRole("img", { name: "Voxels of the box by map value" });
  const area = plot.locator(".nsewdrag");
  await area.scrollIntoViewIfNeeded();
  const [bar, drawn] = [await plot.locator(".point path").nth(40).boundingBox(), await area.boundingBox()];
  // Bars reach below the logarithmic axis, out of the window.
  await page.mouse.move(bar!.x + bar!.width / 2, drawn!.y + drawn!.height - 10);
  await expect(plot.locator(".hovertext")).toBeVisible();
  await page.mouse.down();
  await page.mouse.up();
  await expect(page.getByRole("article").locator("output")).toHaveText(/ to /);
  await expect.poll(() => pixelsOf(page.getByRole("img", { name: /^Z slice/ }), "--over-marked")).toBeGreaterThan(5);

  await page.getByRole("button", { name: /0\.h/ }).first().click();
  const helix = page.getByRole("button", { name: /^Go to voxel/ }).first();
  await helix.click();
  await expect(page.getByText(`voxel ${await helix.textContent()}`, { exact: false }).first()).toBeVisible();

  const current = page.locator("[aria-current=location]");
  await expect(current).toHaveText((await helix.textContent())!);
  await expect(page.getByLabel("Helices in the surface")).toContainText(/[1-9]\d* with right-handed turns/);
  await page.getByRole("article").press("c");
  await expect(current).toHaveCount(0);
  const rod = await blueIn(page.getByRole("img", { name: /Isosurface/ }));
  await page.mouse.click(rod.x, rod.y);
  await expect(current).toHaveCount(1);
});
