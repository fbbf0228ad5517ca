import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { makeMap } from "../make-map.js";
import { timeScipy } from "../python.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section } from "../table.js";

const wasm = new URL("../../build/kernels/kernels-private.wasm", import.meta.url);
const inProcess = fileURLToPath(new URL("../kernels/in-process.js", import.meta.url));

/** Transforms and labelling on one thread, beside scipy's. */
export async function compareKernels({ folder, python, runs, box }) {
  const { module: kernels } = await runnerImport(inProcess, { configFile: false });
  const module = readFileSync(wasm);
  const rows = [];
  const compare = async (name, ours, scipys) => {
    const contenders = python ? { ours, scipys } : { ours };
    const times = await inTurns(runs, contenders);
    const beside = python
      ? [seconds(median(times.scipys)), ratio(pairedRatio(times.scipys, times.ours))]
      : ["not installed", "–"];
    rows.push([name, seconds(median(times.ours)), ...beside]);
  };
  for (const n of new Set([100, 128, box])) {
    const map = join(folder, `${n}.mrc`);
    const level = makeMap(n, map);
    for (const precision of ["single", "double"]) {
      const task = { map, box: n, precision, repetitions: 3 };
      const name = `transform and back, ${cube(n)}, ${precision} precision`;
      await compare(
        name,
        () => kernels.timeTransform(module, task),
        () => timeScipy("transform", task),
      );
    }
    for (const [where, at] of [
      ["contour level", level],
      ["noise", level / 20],
    ]) {
      const task = { map, box: n, level: at, repetitions: 3 };
      await compare(
        `components, ${cube(n)}, ${where}`,
        () => kernels.timeLabels(module, task),
        () => timeScipy("label", task),
      );
    }
  }
  const words =
    "One thread, best of three in each round. `scipy.fft.rfftn` and `irfftn`; `scipy.ndimage.label` with 26 neighbours, then `bincount`. The level in the noise leaves very many components.";
  return section("Kernels", { words, head: ["kernel", "MapAssay", "scipy", "times faster"], rows });
}
