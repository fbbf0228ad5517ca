/**
 * Times the kernels' three-dimensional real transform and its inverse, single precision, in place, by a team of workers.
 *
 * usage: node own-transform.js NX NY NZ WORKERS     for every line read prints the best seconds of a slice of time
 */
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { runnerImport } from "vite";

const SLICE = 0.15;
const team = fileURLToPath(new URL("./transform-team.js", import.meta.url));
const { module } = await runnerImport(team, { configFile: false });

if (isMainThread) await lead(process.argv.slice(2).map(Number));
else {
  parentPort.postMessage("ready");
  module.assist(workerData);
}

async function lead([nx, ny, nz, size]) {
  const shared = module.makeShared();
  const assistants = Array.from({ length: size - 1 }, (_, i) => {
    return new Worker(new URL(import.meta.url), { workerData: { ...shared, index: i + 1 } });
  });
  await Promise.all(assistants.map((worker) => new Promise((resolve) => worker.once("message", resolve))));
  const transform = module.lead(shared, { box: [nx, ny, nz], size });
  for await (const _ of createInterface({ input: process.stdin })) console.log(best(transform.thereAndBack).toFixed(9));
  transform.dismiss();
}

function best(step) {
  let [least, spent] = [Number.POSITIVE_INFINITY, 0];
  while (spent < SLICE) {
    const start = performance.now();
    step();
    const seconds = (performance.now() - start) / 1000;
    least = Math.min(least, seconds);
    spent += seconds;
  }
  return least;
}
