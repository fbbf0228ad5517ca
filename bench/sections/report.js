import { statSync } from "node:fs";
import { join } from "node:path";
import { validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { inTurns, median } from "../statistics.js";
import { cube, seconds, section, sides } from "../table.js";

/** What the PDF takes once everything is measured: a worker started, surfaces drawn, pages set, file written. */
export async function timeReports({ folder, runs, box }) {
  const pdf = join(folder, "report.pdf");
  const rows = [];
  for (const n of sides(100, box)) {
    const { path, level } = benchMap(folder, n);
    const write = (threads) => () => validate(folder, path, { level, threads, outputs: ["--pdf", pdf] }).laps.pdf;
    const times = await inTurns(runs, { one: write(1), two: write(2) });
    rows.push([
      cube(n),
      seconds(median(times.one)),
      seconds(median(times.two)),
      `${(statSync(pdf).size / 1e6).toFixed(1)} MB`,
    ]);
  }
  const words =
    "The step `pdf` of `mapassay validate` at 3 Å, with every check measured before it. The budget is 2 s at 100³ and 5 s at 256³ on two cores, and 3 MB.";
  return section("The report as PDF", { words, head: ["box", "1 worker", "2 workers", "file"], rows });
}
