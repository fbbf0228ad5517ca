import { validate } from "../mapassay.js";
import { benchMap, gzipped } from "../maps.js";
import { inTurns, median } from "../statistics.js";
import { cube, seconds, section, sides } from "../table.js";

/** From opening a file to all that the first screen shows: hash, voxels, statistics, histogram, suggested level. */
export async function timeFirstSlices({ folder, runs, box }) {
  const rows = [];
  for (const n of sides(128, box)) {
    const { path: map, level } = benchMap(folder, n);
    const read = (path) => () => validate(folder, path, { level }).laps.read;
    const times = await inTurns(runs, { plain: read(map), gzip: read(gzipped(map)) });
    rows.push([cube(n), seconds(median(times.plain)), seconds(median(times.gzip))]);
  }
  const words =
    "The step `read` of `mapassay validate --threads 2`: workers started, file hashed and decoded, statistics, histogram, suggested contour level. Slices follow within milliseconds.";
  return section("From a file to the first slices", { words, head: ["box", "plain", "gzip"], rows });
}
