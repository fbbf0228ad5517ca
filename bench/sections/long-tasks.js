import { benchMap } from "../maps.js";
import { longestTask } from "../page/longest-task.js";
import { withPage } from "../page/visit.js";
import { median } from "../statistics.js";
import { cube, section, sides } from "../table.js";

const HEAD = ["box", "opening", "dragging the level", "scrubbing slices"];
const WORDS =
  "The longest task of the page's own thread in headless Chromium, by the processor time that it took, where there is no graphics processor: slices above 128³ voxels are drawn by the page. The budget is 100 ms.";
/** Movements of the pointer, and turns of the wheel. */
const STEPS = 60;
const VIEWPORT = { width: 1440, height: 900 };

/** How long the page is held while a map opens, its level is dragged and its slices are scrubbed. */
export async function timeLongTasks({ folder, runs, box }) {
  const rows = await withPage(async (visit) => {
    const measured = [];
    for (const n of sides(128, box)) measured.push(await rowOf(visit, { n, runs, map: benchMap(folder, n).path }));
    return measured;
  });
  const words = rows ? WORDS : `${WORDS} There is no Chromium here.`;
  return section("While a map is looked at in the page", { words, head: HEAD, rows: rows ?? [] });
}

async function rowOf(visit, { n, runs, map }) {
  const visits = [];
  for (let i = 0; i < runs; i++) visits.push(await lookAt(visit, map));
  return [cube(n), ...visits[0].map((_, act) => `${Math.round(median(visits.map((tasks) => tasks[act])))} ms`)];
}

/** Longest task of each thing that is done, ms. */
async function lookAt({ browser, address }, map) {
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    await page.goto(address);
    await page.getByRole("button", { name: "Choose a file" }).waitFor();
    const longest = [];
    for (const act of [() => open(page, map), () => drag(page), () => scrub(page)]) {
      longest.push(await longestTask(browser, page, act));
    }
    return longest;
  } finally {
    await page.close();
  }
}

async function open(page, map) {
  await page.locator("input[type=file]").first().setInputFiles(map);
  await surfaceAtRest(page);
}

async function drag(page) {
  const { x, y, width } = await page.getByRole("slider", { name: "Contour level" }).boundingBox();
  const from = x + width / 2;
  await page.mouse.move(from, y + 60);
  await page.mouse.down();
  for (let i = 0; i < STEPS; i++) await page.mouse.move(from + 60 * Math.sin(i / 8), y + 60);
  await page.mouse.up();
  await surfaceAtRest(page);
}

async function scrub(page) {
  await page.getByRole("img", { name: /^Z slice/ }).hover();
  for (let i = 0; i < STEPS; i++) await page.mouse.wheel(0, i < STEPS / 2 ? 100 : -100);
}

const surfaceAtRest = (page) => page.locator("canvas[data-detail=full]").waitFor({ timeout: 120_000 });
