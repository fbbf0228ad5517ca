import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { benchMap } from "../maps.js";
import { timeScipy } from "../python.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section, sides } from "../table.js";

const wasm = new URL("../../build/kernels/kernels-private.wasm", import.meta.url);
const inProcess = fileURLToPath(new URL("../kernels/in-process.js", import.meta.url));
const WORDS =
  "One thread, best of three in each round. Transforms in double precision: `scipy.fft.rfftn` and `irfftn`. Components: `scipy.ndimage.label` with 26 neighbours, then `bincount`; the level in the noise leaves very many of them.";

/** Transforms in double precision and labelling, on one thread, beside scipy's. */
export async function compareKernels({ folder, python: { scipy }, runs, box }) {
  const { module: timers } = await runnerImport(inProcess, { configFile: false });
  const module = readFileSync(wasm);
  const rows = [];
  for (const { name, timer, task, parameters } of sides(100, 128, box).flatMap((n) => tasks(n, benchMap(folder, n)))) {
    const contenders = { ours: () => timers[timer](module, parameters) };
    if (scipy) contenders.scipys = () => timeScipy(scipy, task, parameters);
    rows.push([name, ...cells(await inTurns(runs, contenders))]);
  }
  return section("Kernels", { words: WORDS, head: ["kernel", "MapAssay", "scipy", "times faster"], rows });
}

function tasks(n, { path: map, level }) {
  const common = { map, box: n, repetitions: 3 };
  const transform = {
    name: `transform and back, ${cube(n)}, double precision`,
    timer: "timeTransform",
    task: "transform",
    parameters: { ...common, precision: "double" },
  };
  const label = (place, at) => ({
    name: `components, ${cube(n)}, ${place}`,
    timer: "timeLabels",
    task: "label",
    parameters: { ...common, level: at },
  });
  return [transform, label("at the contour level", level), label("in the noise", level / 20)];
}

function cells({ ours, scipys }) {
  const own = seconds(median(ours));
  return scipys ? [own, seconds(median(scipys)), ratio(pairedRatio(scipys, ours))] : [own, "not installed", "–"];
}
