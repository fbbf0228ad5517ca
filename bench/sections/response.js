import { benchMap } from "../maps.js";
import { longestTask } from "../page/longest-task.js";
import { openMap, timeChecks, withPage } from "../page/visit.js";
import { median } from "../statistics.js";
import { cube, section } from "../table.js";

const HEAD = ["what", "measured", "budget"];
/** Seconds after the start of a run at which it is cancelled. */
const MOMENTS = [0.2, 0.5, 0.9, 1.4, 2, 2.7, 3.5, 4.4];

/** How long the page's own thread is held while the checks run, and how soon a run stops. */
export async function measureResponse({ folder, box }) {
  const title = "While the checks run in the page";
  const rows = await withPage((visit) => measure(visit, benchMap(folder, box)));
  const words = `At ${cube(box)}, 3 Å, in headless Chromium on two workers. A task is one of the page's own thread, by the processor time that it took. A run is cancelled ${MOMENTS.length} times, ${MOMENTS[0]} to ${MOMENTS.at(-1)} s after its start; the time is that from the press of the button to the page that says so, its workers being free again.`;
  return section(title, { words: rows ? words : `${words} There is no Chromium here.`, head: HEAD, rows: rows ?? [] });
}

async function measure(visit, { path: map, level }) {
  const waits = [];
  for (const moment of MOMENTS) waits.push(await inTab(visit, { map, level }, (page) => cancelledAfter(page, moment)));
  const task = await inTab(visit, { map, level }, (page) => longestTask(visit.browser, page, () => timeChecks(page)));
  const cancelled = waits.filter((wait) => wait !== null);
  const ms = (value) => `${Math.round(value)} ms`;
  return [
    ["longest task", ms(task), "100 ms"],
    ["runs cancelled before their end", String(cancelled.length), ""],
    ["cancelled after, median", ms(median(cancelled)), "200 ms"],
    ["cancelled after, longest", ms(Math.max(...cancelled)), "200 ms"],
  ];
}

/** A map that is opened anew: what was found before a run was cancelled is not measured again. */
async function inTab(visit, map, measureIn) {
  const page = await openMap(visit, map);
  const measured = await measureIn(page);
  await page.close();
  return measured;
}

async function cancelledAfter(page, moment) {
  await page.getByRole("button", { name: "Run the checks" }).click();
  await page.waitForTimeout(1000 * moment);
  return page.evaluate(async () => {
    const cancelled = () => [...document.querySelectorAll("h2")].some((h2) => h2.textContent?.startsWith("Cancelled"));
    const cancel = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith("Cancel"));
    if (!cancel) return null; // over before it was cancelled
    const start = performance.now();
    cancel.click();
    while (!cancelled() && performance.now() - start < 20_000) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  });
}
