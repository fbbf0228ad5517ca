import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";

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
