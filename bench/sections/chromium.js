import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.js";
import { validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section, sides } from "../table.js";

const program = fileURLToPath(new URL("../../dist/cli/mapassay.js", import.meta.url));
const WORDS =
  "From the start of the checks to the last verdict with all pictures, reading apart, on two workers: the page in headless Chromium, drawing what it draws for a visitor, and the command line in Node. The numbers are the same to the last byte.";

/** The same checks on the page and on the command line. */
export async function compareChromium({ folder, runs, box }) {
  const head = ["box", "Node", "Chromium", "Chromium ÷ Node"];
  const executablePath = findChromium();
  if (!executablePath)
    return section("Node and Chromium", { words: `${WORDS} There is no Chromium here.`, head, rows: [] });
  const { address, stop } = await serve();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const rows = [];
    for (const n of sides(128, box)) rows.push(await compareBox({ browser, address, folder, runs, n }));
    return section("Node and Chromium", { words: WORDS, head, rows });
  } finally {
    await browser.close();
    stop();
  }
}

async function compareBox({ browser, address, folder, runs, n }) {
  const { path: map, level } = benchMap(folder, n);
  const checksOf = ({ laps: { read: _, ...rest } }) => Object.values(rest).reduce((sum, lap) => sum + lap, 0);
  const { node, page } = await inTurns(runs, {
    node: () => checksOf(validate(folder, map, { level })),
    page: () => timePage(browser, { address, map, level }),
  });
  return [cube(n), seconds(median(node)), seconds(median(page)), ratio(pairedRatio(page, node))];
}

/** Seconds from "Run the checks" to the finding, by the page's own clock. */
async function timePage(browser, { address, map, level }) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a file" }).click();
    await (await chooser).setFiles(map);
    await page.getByRole("textbox", { name: "Contour level" }).fill(String(level), { timeout: 60_000 });
    await page.getByRole("textbox", { name: "Reported resolution" }).fill("3");
    const start = await page.evaluate(() => performance.now());
    await page.getByRole("button", { name: "Run the checks" }).click();
    await page.getByRole("heading", { name: /judged check|could be judged/ }).waitFor({ timeout: 120_000 });
    return (await page.evaluate((from) => performance.now() - from, start)) / 1000;
  } finally {
    await page.close();
  }
}

/** The built page on a port that is free. */
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
