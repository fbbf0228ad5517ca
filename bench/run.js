/**
 * `npm run bench`: times the built command line and the kernels, beside plain numpy and scipy where they are installed, and prints
 * Markdown tables. Nothing here can fail a test: times are for people to read.
 *
 * usage: node bench/run.js [--runs N] [--box N] [--large] [--only NAME,…] [--write]
 *   --runs N   rounds of each comparison, default 3; a table gives medians, and medians of the ratios of each round
 *   --box N    side of the box that comparisons use, default 256
 *   --large    growth, transforms and large maps up to 512³
 *   --only     some of the sections: slices, tasks, report, checks, whole, chromium, response, growth, large, transforms,
 *              kernels
 *   --write    also writes each section to docs/performance.md as soon as it is measured; the others stay
 *
 * On two quiet cores, with --large, about: checks 2 min, whole 5, chromium 2, growth 4, transforms 10, large 4, response, slices,
 * tasks, report and kernels 1 each.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeDuration, describeLoad, describeMachine } from "./machine.js";
import { writeSection } from "./performance-page.js";
import { findPython } from "./python.js";
import { compareChecks } from "./sections/checks.js";
import { compareChromium } from "./sections/chromium.js";
import { timeFirstSlices } from "./sections/first-slices.js";
import { measureGrowth } from "./sections/growth.js";
import { compareKernels } from "./sections/kernels.js";
import { measureLargeMaps } from "./sections/large-maps.js";
import { timeLongTasks } from "./sections/long-tasks.js";
import { timeReports } from "./sections/report.js";
import { measureResponse } from "./sections/response.js";
import { compareTransforms } from "./sections/transforms.js";
import { compareWhole } from "./sections/whole.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    box: { type: "string", default: "256" },
    large: { type: "boolean", default: false },
    only: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const SECTIONS = {
  slices: timeFirstSlices,
  tasks: timeLongTasks,
  report: timeReports,
  checks: compareChecks,
  whole: compareWhole,
  chromium: compareChromium,
  response: measureResponse,
  growth: measureGrowth,
  large: measureLargeMaps,
  transforms: compareTransforms,
  kernels: compareKernels,
};
const names = values.only?.split(",") ?? Object.keys(SECTIONS);
for (const name of names) if (!(name in SECTIONS)) throw new Error(`There is no section ${name}.`);

const folder = mkdtempSync(join(tmpdir(), "mapassay-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

const python = findPython();
const bench = { folder, python, runs: Number(values.runs), box: Number(values.box), large: values.large };
const machine = describeMachine(python);
console.log(`${machine}\n`);
for (const name of names) {
  const [load, start] = [describeLoad(), performance.now()];
  try {
    const section = await SECTIONS[name](bench);
    const part = `${section}\n\n${load} The section took ${describeDuration(performance.now() - start)}.`;
    console.log(`${part}\n`);
    if (values.write) writeSection(machine, part);
  } catch (error) {
    // The other sections are worth having, and what was written of this one before stays.
    console.error(`The section ${name} was not measured.`, error);
    process.exitCode = 1;
  }
}
