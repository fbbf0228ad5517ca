import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COMMANDS = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter(Boolean);
const VERSIONS =
  "import json, platform, numpy, scipy; print(json.dumps(dict(python=platform.python_version(), numpy=numpy.__version__, scipy=scipy.__version__)))";
/** Where the test data and the reference program lie, if they are at hand. */
export const data = process.env.MAPASSAY_DATA ?? fileURLToPath(new URL("../../shared", import.meta.url));
const kernels = fileURLToPath(new URL("./kernels/scipy_kernels.py", import.meta.url));

/**
 * The first Python with numpy and scipy, for the kernels, and the one for the reference program, which needs numpy 1;
 * `null` where there is none.
 */
export function findPython() {
  const found = COMMANDS.map(withVersions).filter((python) => python !== null);
  const script = `${data}/oracle/level0.py`;
  const old = found.find(({ versions }) => versions.numpy.startsWith("1."));
  return { scipy: found[0] ?? null, reference: old && existsSync(script) ? { ...old, script } : null };
}

function withVersions(command) {
  const { status, stdout } = spawnSync(command, ["-c", VERSIONS], { encoding: "utf8" });
  return status === 0 ? { command, versions: JSON.parse(stdout) } : null;
}

/** Wall seconds of the reference program, the whole process; of 0.a to 0.d, or with `local` of 0.f and 0.g too. */
export function timeReference({ command, script }, map, { level, resolution = 3, local = false }) {
  const start = performance.now();
  const parameters = ["--contour", String(level), "--resolution", String(resolution), ...(local ? [] : ["--no-local"])];
  run(command, [script, map, ...parameters]);
  return (performance.now() - start) / 1000;
}

/** Writes the reference's own synthetic map of n³ voxels, 1 Å each; its path. */
export function makePhantom({ command, script }, folder, n) {
  const path = `${folder}/phantom-${n}.mrc`;
  if (!existsSync(path)) run(command, [script.replace("level0.py", "phantom.py"), String(n), "1", path]);
  return path;
}

/** Seconds of one kernel of scipy on one thread. @param task the name of a function of scipy_kernels.py */
export function timeScipy({ command }, task, parameters) {
  return JSON.parse(run(command, [kernels, task, JSON.stringify(parameters)]));
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}
