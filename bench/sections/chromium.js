import { validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { openMap, timeChecks, withPage } from "../page/visit.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section, sides } from "../table.js";

const TITLE = "Node and Chromium";
const HEAD = ["box", "Node", "Chromium", "Chromium ÷ Node"];
const WORDS =
  "From the start of the checks to the last verdict with all pictures, reading apart, on two workers: the page in headless Chromium, drawing what it draws for a visitor, and the command line in Node. The numbers are the same to the last byte.";

/** The same checks on the page and on the command line. */
export async function compareChromium({ folder, runs, box }) {
  const rows = await withPage(async (visit) => {
    const all = [];
    for (const n of sides(128, box)) all.push(await compareBox(visit, { folder, runs, n }));
    return all;
  });
  const words = rows ? WORDS : `${WORDS} There is no Chromium here.`;
  return section(TITLE, { words, head: HEAD, rows: rows ?? [] });
}

async function compareBox(visit, { folder, runs, n }) {
  const { path: map, level } = benchMap(folder, n);
  const checksOf = ({ laps: { read: _, ...rest } }) => Object.values(rest).reduce((sum, lap) => sum + lap, 0);
  const { node, page } = await inTurns(runs, {
    node: () => checksOf(validate(folder, map, { level })),
    page: () => timePage(visit, { map, level }),
  });
  return [cube(n), seconds(median(node)), seconds(median(page)), ratio(pairedRatio(page, node))];
}

async function timePage(visit, request) {
  const page = await openMap(visit, request);
  try {
    return await timeChecks(page);
  } finally {
    await page.close();
  }
}
