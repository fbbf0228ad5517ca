import { checksSeconds, plannedBytes, validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { exponent, inTurns, median } from "../statistics.js";
import { cube, mebibytes, seconds, section } from "../table.js";

const SIDES = [64, 96, 128, 192, 256];
const LARGE = [384, 512];
/** Below this side the start of Node and of the workers weighs more than the map. */
const LEAST_FITTED = 128;
const HEAD = ["box", "without 0.e and 0.h", "all checks", "peak memory", "planned", "peak ÷ planned"];

/** Time and memory against the size of the box. Boxes above 256³ are measured once. */
export async function measureGrowth({ folder, runs, large }) {
  const measured = [];
  for (const n of SIDES) measured.push(await measureBox(folder, n, runs));
  if (large) for (const n of LARGE) measured.push(await measureBox(folder, n, 1));
  const fitted = measured.filter(({ n }) => n >= LEAST_FITTED);
  const power = (time) =>
    exponent(
      fitted.map(({ n }) => n ** 3),
      fitted.map(time),
    ).toFixed(2);
  const words = `Reading, checks at 3 Å and pictures on two workers: all checks, and the same runs without the steps of 0.e (local resolution) and 0.h (hand), which go by the volume in Å³ and by what lies above the level. From ${cube(LEAST_FITTED)} up the time grows with the number of voxels to the power ${power(({ all }) => all)}, without 0.e and 0.h ${power(({ most }) => most)}. Memory is the largest resident set of the whole process with all checks, Node included; the plan is that of \`mapassay plan\`, which has to allow for something at the contour level near every face, while the chain of these maps spans 0.6 of each side. Boxes above 256³ are measured once.`;
  const rows = measured.map(({ n, most, all, peak, planned }) => [
    cube(n),
    seconds(most),
    seconds(all),
    mebibytes(peak),
    mebibytes(planned),
    (peak / planned).toFixed(2),
  ]);
  return section("Growth with the box", { words, head: HEAD, rows });
}

async function measureBox(folder, n, runs) {
  const { path: map, level } = benchMap(folder, n);
  const { results } = await inTurns(runs, { results: () => validate(folder, map, { level }) });
  const all = median(results.map(({ laps }) => checksSeconds(laps)));
  const most = median(results.map(({ laps }) => checksSeconds(laps, ["localResolution", "hand"])));
  const peak = Math.max(...results.map(({ peakBytes }) => peakBytes));
  return { n, all, most, peak, planned: plannedBytes(folder, map) };
}
