import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const COMMANDS = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter(Boolean);
const VERSIONS =
  "import json, platform, numpy, scipy; print(json.dumps(dict(python=platform.python_version(), numpy=numpy.__version__, scipy=scipy.__version__)))";
const data = process.env.MAPASSAY_DATA ?? fileURLToPath(new URL("../../shared", import.meta.url));
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

/** Wall seconds of 0.a to 0.d by the reference program, the whole process. */
export function timeReference({ command, script }, map, { level, resolution = 3 }) {
  const start = performance.now();
  run(command, [script, map, "--contour", String(level), "--resolution", String(resolution), "--no-local"]);
  return (performance.now() - start) / 1000;
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
