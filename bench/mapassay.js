import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../dist/cli/mapassay.js", import.meta.url));
const peakMemory = new URL("./peak-memory.js", import.meta.url).href;

/** Runs a command of the built command line. @returns wall seconds of the whole process, its peak memory in bytes, its output */
function run(folder, args) {
  if (!existsSync(program)) throw new Error("dist/cli is missing. Run npm run build first.");
  const peak = join(folder, "peak");
  const start = performance.now();
  const done = spawnSync(process.execPath, ["--import", peakMemory, program, ...args], {
    env: { ...process.env, BENCH_PEAK: peak },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const wall = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`mapassay ${args.join(" ")} ended with ${done.status}:\n${done.stderr}`);
  return { wall, peakBytes: Number(readFileSync(peak, "utf8")), stdout: done.stdout };
}

/** Runs the checks on a map. `outputs` are further options; `laps` are the seconds of each step, by name. */
export function validate(folder, map, { level, resolution = 3, threads = 2, outputs = [] }) {
  const parameters = ["--contour", String(level), "--resolution", String(resolution), "--threads", String(threads)];
  const { stdout, ...cost } = run(folder, [
    "validate",
    map,
    ...parameters,
    ...outputs,
    "--json",
    "-",
    "--timings",
    "--quiet",
  ]);
  return { ...cost, laps: JSON.parse(stdout).timings };
}

/** Seconds of all steps, but for some. @param laps see {@link validate} */
export function checksSeconds(laps, without = []) {
  return Object.entries(laps).reduce((sum, [step, lap]) => (without.includes(step) ? sum : sum + lap), 0);
}

/** The contour level that the program suggests for a map. */
export function suggestedLevel(folder, map) {
  return JSON.parse(run(folder, ["inspect", map, "--json", "-", "--quiet"]).stdout).input.contourSuggestions[0].level;
}

/** The peak memory that `mapassay plan` predicts, bytes. */
export function plannedBytes(folder, map) {
  return JSON.parse(run(folder, ["plan", map, "--resolution", "3", "--json", "-"]).stdout).peakBytes;
}
