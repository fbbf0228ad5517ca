import { plannedBytes, validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { exponent, inTurns, median } from "../statistics.js";
import { cube, mebibytes, seconds, section } from "../table.js";

const SIDES = [64, 96, 128, 192, 256];
const LARGE = [384, 512];
/** Below this side the start of Node and of the workers weighs more than the map. */
const LEAST_FITTED = 128;

/** Time and memory against the size of the box. */
export async function measureGrowth({ folder, runs, large }) {
  const measured = [];
  for (const n of large ? [...SIDES, ...LARGE] : SIDES) {
    const { path: map, level } = benchMap(folder, n);
    const { results } = await inTurns(runs, { results: () => validate(folder, map, { level }) });
    const time = median(results.map(({ laps }) => Object.values(laps).reduce((sum, lap) => sum + lap, 0)));
    const peak = Math.max(...results.map(({ peakBytes }) => peakBytes));
    measured.push({ n, time, peak, planned: plannedBytes(folder, map) });
  }
  const fitted = measured.filter(({ n }) => n >= LEAST_FITTED);
  const sizes = fitted.map(({ n }) => n ** 3);
  const times = fitted.map(({ time }) => time);
  const words = `Reading, all measured checks at 3 Å and pictures on two workers. From ${cube(LEAST_FITTED)} up the time grows with the number of voxels to the power ${exponent(sizes, times).toFixed(2)}. Memory is the largest resident set of the whole process, Node included; the plan is that of \`mapassay plan\`.`;
  const rows = measured.map(({ n, time, peak, planned }) => [
    cube(n),
    seconds(time),
    mebibytes(peak),
    mebibytes(planned),
  ]);
  return section("Growth with the box", { words, head: ["box", "time", "peak memory", "planned"], rows });
}
