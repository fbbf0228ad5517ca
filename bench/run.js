/**
 * `npm run bench`: times the built command line and the kernels, beside plain numpy and scipy where they are installed, and prints
 * Markdown tables. Nothing here can fail a test: times are for people to read.
 *
 * usage: node bench/run.js [--runs N] [--box N] [--large] [--only NAME,…] [--write]
 *   --runs N   rounds of each comparison, default 3; a table gives medians, and medians of the ratios of each round
 *   --box N    side of the box that comparisons use, default 256
 *   --large    growth and transforms up to 512³
 *   --only     some of the sections: slices, checks, whole, chromium, growth, transforms, kernels
 *   --write    also writes docs/performance.md; with --only, these sections of it
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeLoad, describeMachine } from "./machine.js";
import { writePage } from "./page.js";
import { findPython } from "./python.js";
import { compareChecks } from "./sections/checks.js";
import { compareChromium } from "./sections/chromium.js";
import { timeFirstSlices } from "./sections/first-slices.js";
import { measureGrowth } from "./sections/growth.js";
import { compareKernels } from "./sections/kernels.js";
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
  checks: compareChecks,
  whole: compareWhole,
  chromium: compareChromium,
  growth: measureGrowth,
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
const parts = [];
for (const name of names) {
  const load = describeLoad();
  const part = `${await SECTIONS[name](bench)}\n\n${load}`;
  console.log(`${part}\n`);
  parts.push(part);
}
if (values.write) writePage(machine, parts);
