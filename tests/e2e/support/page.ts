import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { BLOB_LEVEL, blobMap } from "../../support/blob-map.ts";

/** Opens the page and waits until it can take a map. */
export async function openPage(page: Page, url = "./"): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole("button", { name: "Choose a file" })).toBeVisible();
}

/** Drops a file on the page as a hand would: one DataTransfer, dragged over and let go. */
export async function dropFile(page: Page, path: string, name: string): Promise<void> {
  const content = (await readFile(path)).toString("base64");
  const transfer = await page.evaluateHandle(
    ([encoded, fileName]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName));
      return data;
    },
    [content, name] as const,
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await expect(page.getByText("Let go to open this map here")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

/** Opens the example map of the build. */
export async function openExample(page: Page, url?: string): Promise<void> {
  await openPage(page, url);
  await page.getByRole("button", { name: "Try the example map" }).click();
  await expect(page.getByRole("heading", { name: "Contour level" })).toBeVisible({ timeout: 30_000 });
}

/** Opens a small map with a contour level and no resolution, whose run is short: for what does not depend on the map. */
export async function openSmall(page: Page): Promise<void> {
  await openPage(page);
  const file = { name: "blobs.map", mimeType: "", buffer: Buffer.from(blobMap(24)) };
  await page.setInputFiles("input[type=file]", file);
  await page.getByRole("textbox", { name: "Contour level" }).fill(String(BLOB_LEVEL));
}

/** Runs the checks and waits for the finding. */
export async function runChecks(page: Page, button = "Run the checks"): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("heading", { name: /judged check|could be judged/ })).toBeVisible({ timeout: 60_000 });
}

/** A downloaded file, by the button that starts it. */
export async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Pages of a PDF, counted by their objects; "Pages" is the tree's node. */
export function pdfPages(bytes: Buffer): number {
  return bytes.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/**
 * One page with the results of the example map for all tests of a file that only look at them; each finds it wide, with no
 * check open. To be called where tests are declared.
 */
export function exampleResults(): () => Page {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    await openExample(page);
    await runChecks(page);
  });
  test.beforeEach(async ({ viewport }) => {
    await page.setViewportSize(viewport!);
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("article")).toHaveCount(0, { timeout: 500 });
    }).toPass();
  });
  test.afterAll(() => page.context().close());
  return () => page;
}
