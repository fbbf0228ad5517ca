/**
 * `npm run bench`: times the built command line and the kernels, beside plain numpy and scipy where they are installed, and prints
 * Markdown tables. Nothing here can fail a test: times are for people to read.
 *
 * usage: node bench/run.js [--runs N] [--box N] [--large] [--write]
 *   --runs N   rounds of each comparison, default 3; a table gives medians, and medians of the ratios of each round
 *   --box N    side of the box that comparisons use, default 256
 *   --large    growth up to 512³ instead of 256³
 *   --write    also writes docs/performance.md
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine } from "./machine.js";
import { findPython } from "./python.js";
import { compareChecks } from "./sections/checks.js";
import { timeFirstSlices } from "./sections/first-slices.js";
import { measureGrowth } from "./sections/growth.js";
import { compareKernels } from "./sections/kernels.js";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    box: { type: "string", default: "256" },
    large: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const folder = mkdtempSync(join(tmpdir(), "mapassay-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

const python = findPython();
const bench = { folder, python, runs: Number(values.runs), box: Number(values.box), large: values.large };
const parts = [describeMachine(python)];
for (const section of [timeFirstSlices, compareChecks, measureGrowth, compareKernels]) {
  const part = await section(bench);
  console.log(`${part}\n`);
  parts.push(part);
}
if (values.write) {
  const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
  writeFileSync(page, `# Performance\n\nWritten by \`npm run bench -- --write\`.\n\n${parts.join("\n\n")}\n`);
}
