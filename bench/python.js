import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const VERSIONS =
  "import json, platform, numpy, scipy; print(json.dumps(dict(python=platform.python_version(), numpy=numpy.__version__, scipy=scipy.__version__)))";
const data = process.env.MAPASSAY_DATA ?? fileURLToPath(new URL("../../shared", import.meta.url));
const kernels = fileURLToPath(new URL("./kernels/scipy_kernels.py", import.meta.url));

/** A Python with numpy and scipy, and the reference program where it lies; `null` where there is no such Python. */
export function findPython() {
  const found = spawnSync("python3", ["-c", VERSIONS], { encoding: "utf8" });
  if (found.status !== 0) return null;
  const reference = `${data}/oracle/level0.py`;
  return { versions: JSON.parse(found.stdout), reference: existsSync(reference) ? reference : null };
}

/** Wall seconds of 0.a to 0.d by the reference program, the whole process. */
export function timeReference(python, map, { level, resolution = 3 }) {
  const args = [python.reference, map, "--contour", String(level), "--resolution", String(resolution), "--no-local"];
  const start = performance.now();
  runPython(args);
  return (performance.now() - start) / 1000;
}

/** Seconds of one kernel of scipy on one thread. @param task the name of a function of scipy_kernels.py */
export function timeScipy(task, parameters) {
  return JSON.parse(runPython([kernels, task, JSON.stringify(parameters)]));
}

function runPython(args) {
  const { status, stdout, stderr } = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`python3 ${args.join(" ")} ended with ${status}:\n${stderr}`);
  return stdout;
}
