import { existsSync } from "node:fs";
import { plannedBytes, suggestedLevel, validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { rendererPeak } from "../page/renderer-memory.js";
import { openMap, timeChecks, withPage } from "../page/visit.js";
import { data } from "../python.js";
import { cube, mebibytes, seconds, section } from "../table.js";

const HEAD = ["map", "planned", "command line", "its peak", "page", "its peak"];
const LARGEST = 512;
/** EMD-44046, 360³ voxels, where the test data are at hand. */
const DEPOSITED = { name: "emd_44046.map.gz", path: `${data}/data/maps/emd_44046.map.gz`, resolution: 3 };

/** Maps that nearly fill the memory, on the command line and in the page. */
export async function measureLargeMaps({ folder, box, large }) {
  const generated = large ? LARGEST : box;
  const maps = [depositedMap(folder), { name: cube(generated), ...benchMap(folder, generated), resolution: 3 }];
  const rows = [];
  for (const map of maps.filter((one) => one !== null)) rows.push(await row(folder, map));
  const missing = maps[0] === null ? ` ${DEPOSITED.name} is left out: it is not at hand.` : "";
  const words = `Every check at 3 Å on two workers, once each: from the file on the command line, from the press of the button in headless Chromium. Peaks are largest resident sets, of the whole process of Node and of the page's own process, the browser's share of some 200 MiB included; the plan is that of \`mapassay plan\`. 512³ must stay within 4096 MiB.${missing}`;
  return section("Large maps", { words, head: HEAD, rows });
}

function depositedMap(folder) {
  return existsSync(DEPOSITED.path) ? { ...DEPOSITED, level: suggestedLevel(folder, DEPOSITED.path) } : null;
}

async function row(folder, { name, path, level, resolution }) {
  const { wall, peakBytes } = validate(folder, path, { level, resolution });
  const visited = await withPage((visit) => checkInPage(visit, { map: path, level, resolution }));
  const [time, peak] = visited ? [seconds(visited.time), bytes(visited.peak)] : ["no Chromium", "–"];
  return [name, bytes(plannedBytes(folder, path)), seconds(wall), bytes(peakBytes), time, peak];
}

const bytes = (value) => (value === null ? "not told" : mebibytes(value));

async function checkInPage(visit, request) {
  const page = await openMap(visit, request);
  const time = await timeChecks(page);
  return { time, peak: await rendererPeak(visit.browser) };
}
