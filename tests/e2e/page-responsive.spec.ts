import { type Browser, expect, type Page, test } from "@playwright/test";
import { makeMrc } from "../support/mrc-builder.ts";
import { openExample, openPage, runChecks } from "./support/page.ts";

/** What a visitor would notice, ms. */
const LONGEST_TASK = 100;
const LONGEST_CANCEL = 200;

/**
 * The longest task of the page's own thread while something is done, ms of processor time: what other programs of a busy
 * machine take from it is not counted.
 */
async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, { categories: ["toplevel"] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const named = traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const threads = new Set(named.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && threads.has(`${pid} ${tid}`));
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

test("no task holds the page while the checks run, and each check shows how far it is", async ({ page, browser }) => {
  await openExample(page);
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("3.5");
  const seen = watchProgress(page);
  const longest = await longestTask(browser, page, () => runChecks(page));
  test.info().annotations.push({ type: "longest task", description: `${longest.toFixed(0)} ms` });
  expect(longest).toBeLessThan(LONGEST_TASK);
  expect(new Set(await seen()).size).toBeGreaterThan(3);
});

test("no task holds the page while the level of 256³ voxels is dragged and slices are scrubbed", async ({
  page,
  browser,
}) => {
  await openPage(page);
  await page.setInputFiles("input[type=file]", { name: "large.map", mimeType: "", buffer: largeMap() });
  const level = page.getByRole("slider", { name: "Contour level" });
  await expect(page.locator("canvas[data-detail=full]")).toBeVisible({ timeout: 60_000 });
  const [handle, slice] = [await level.boundingBox(), await page.getByRole("img", { name: /^Z slice/ }).boundingBox()];
  const longest = await longestTask(browser, page, async () => {
    const [x, y] = [handle!.x + handle!.width / 2, handle!.y + 60];
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 0; i < STEPS; i++) await page.mouse.move(x + 40 * Math.sin(i / 5), y);
    await page.mouse.up();
    await expect(page.locator("canvas[data-detail=full]")).toBeVisible({ timeout: 60_000 });
    await page.mouse.move(slice!.x + slice!.width / 2, slice!.y + slice!.height / 2);
    for (let i = 0; i < STEPS; i++) await page.mouse.wheel(0, i < STEPS / 2 ? 100 : -100);
  });
  test.info().annotations.push({ type: "longest task", description: `${longest.toFixed(0)} ms` });
  expect(longest).toBeLessThan(LONGEST_TASK);
});

const SIDE = 256;
/** Movements of the pointer, and turns of the wheel. */
const STEPS = 40;

/** 256³ bytes (mode 0): a ball with waves on it, so that its surface is large at every level. */
function largeMap(): Buffer {
  const words = { 1: SIDE, 2: SIDE, 3: SIDE, 8: SIDE, 9: SIDE, 10: SIDE };
  const header = makeMrc({ box: [2, 2, 2], mode: 0, cell: [SIDE, SIDE, SIDE], statistics: [-128, 127, 0], words });
  const waves = Float32Array.from({ length: SIDE }, (_, i) => 20 * Math.sin(i / 3));
  const file = Buffer.alloc(1024 + SIDE ** 3);
  file.set(header.subarray(0, 1024));
  for (let z = 0, at = 1024; z < SIDE; z++) {
    for (let y = 0; y < SIDE; y++) {
      const far = (y - 128) ** 2 + (z - 128) ** 2;
      for (let x = 0; x < SIDE; x++, at++) {
        const height = 100 - Math.sqrt(far + (x - 128) ** 2) + waves[x]! + waves[y]! + waves[z]!;
        file.writeInt8(Math.max(-20, Math.min(120, Math.round(height))), at);
      }
    }
  }
  return file;
}

test("a run is cancelled before a visitor notices", async ({ page }) => {
  await openExample(page);
  await page.getByRole("textbox", { name: "Reported resolution" }).fill("3.5");
  const waits = [await cancelledAfter(page, "Run the checks")];
  // Another program may hold the processor just then; the page itself is not slow three times.
  while (waits.at(-1)! > LONGEST_CANCEL && waits.length < 3) waits.push(await cancelledAfter(page, "Run again"));
  test.info().annotations.push({ type: "cancelled after", description: `${waits.map(Math.round).join(", ")} ms` });
  expect(waits.at(-1)).toBeLessThan(LONGEST_CANCEL);
  await runChecks(page, "Run again");
});

/** Starts a run, and cancels it while a check shows its progress. @returns ms until the page says so */
async function cancelledAfter(page: Page, button: string): Promise<number> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("progressbar", { name: "This check" })).toBeVisible();
  return page.evaluate(async () => {
    const cancelled = () => [...document.querySelectorAll("h2")].some((h2) => h2.textContent?.startsWith("Cancelled"));
    const cancel = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith("Cancel"));
    const start = performance.now();
    cancel?.click();
    while (!cancelled() && performance.now() - start < 5000) await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  });
}

/** Writes down every value that the bar of the running check shows. */
function watchProgress(page: Page): () => Promise<string[]> {
  const started = page.evaluate(() => {
    const values: string[] = [];
    Object.assign(window, { shownProgress: values });
    new MutationObserver(() => {
      const bar = document.querySelector('[role="progressbar"][aria-label="This check"]');
      const row = bar?.closest("li")?.textContent ?? "";
      if (bar) values.push(`${row.slice(0, 12)} ${bar.getAttribute("aria-valuenow")}`);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return async () => {
    await started;
    return page.evaluate(() => (window as unknown as { shownProgress: string[] }).shownProgress);
  };
}
