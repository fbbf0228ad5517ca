import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.js";

const program = fileURLToPath(new URL("../../dist/cli/mapassay.js", import.meta.url));

/** Longest wait for a map to be read, or for all checks, ms. */
const PATIENCE = 600_000;

/** The built page in headless Chromium, served from a free port; `null` where there is no Chromium. @param use gets `{ browser, address }` */
export async function withPage(use) {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const { address, stop } = await serve();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    return await use({ browser, address });
  } finally {
    await browser.close();
    stop();
  }
}

/** Opens a map in a new tab and fills in what the checks need. @returns the tab, to be closed by the caller */
export async function openMap({ browser, address }, { map, level, resolution = 3 }) {
  const page = await browser.newPage();
  await page.goto(address);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles(map);
  await page.getByRole("textbox", { name: "Contour level" }).fill(String(level), { timeout: PATIENCE });
  await page.getByRole("textbox", { name: "Reported resolution" }).fill(String(resolution));
  return page;
}

/** Seconds from "Run the checks" to the finding, by the page's own clock. */
export async function timeChecks(page) {
  const start = await page.evaluate(() => performance.now());
  await page.getByRole("button", { name: "Run the checks" }).click();
  await page.getByRole("heading", { name: /judged check|could be judged/ }).waitFor({ timeout: PATIENCE });
  return (await page.evaluate((from) => performance.now() - from, start)) / 1000;
}

function serve() {
  const server = spawn(process.execPath, [program, "serve", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("The page could not be served.")));
    server.stderr.on("data", (said) => {
      const address = /http:\/\/\S+/.exec(String(said))?.[0];
      if (address) resolve({ address, stop: () => server.kill() });
    });
  });
}
