import { join } from "node:path";
import { makeMap } from "../make-map.js";
import { plannedBytes, validate } from "../mapassay.js";
import { exponent, inTurns, median } from "../statistics.js";
import { cube, mebibytes, seconds, section } from "../table.js";

const SIDES = [64, 96, 128, 192, 256];
const LARGE = [384, 512];

/** Time and memory against the size of the box. */
export async function measureGrowth({ folder, runs, large }) {
  const rows = [];
  const measured = [];
  for (const n of large ? [...SIDES, ...LARGE] : SIDES) {
    const map = join(folder, `${n}.mrc`);
    const level = makeMap(n, map);
    const { mapassay } = await inTurns(runs, { mapassay: () => validate(folder, map, { level }) });
    const time = median(mapassay.map(({ laps }) => Object.values(laps).reduce((sum, lap) => sum + lap, 0)));
    const peak = Math.max(...mapassay.map(({ peakBytes }) => peakBytes));
    measured.push({ voxels: n ** 3, time });
    rows.push([cube(n), seconds(time), mebibytes(peak), mebibytes(plannedBytes(folder, map))]);
  }
  const power = (points) =>
    exponent(
      points.map(({ voxels }) => voxels),
      points.map(({ time }) => time),
    ).toFixed(2);
  const words = `Reading, checks 0.a to 0.d and pictures on two workers. From ${cube(128)} up the time grows with the number of voxels to the power ${power(measured.filter(({ voxels }) => voxels >= 128 ** 3))}. Memory is the largest resident set of the process; the plan is that of \`mapassay plan\`.`;
  return section("Growth with the box", { words, head: ["box", "time", "peak memory", "planned"], rows });
}
