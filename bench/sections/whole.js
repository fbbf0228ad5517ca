import { suggestedLevel, validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { makePhantom, timeReference } from "../python.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, mebibytes, ratio, seconds, section, sides } from "../table.js";

/**
 * Seconds that the programs of VRS take for the resized map, 0.f and 0.g of 256³ voxels at 3 Å, as their authors' chain was
 * timed on two cores: Xmipp's resize, then the Python of the local methods, 0.f between two settings. And its memory.
 */
const CHAIN = { box: 256, least: 3.4 + 9.6 + 14.4, most: 3.4 + 15.9 + 14.4, gigabytes: 1.3 };

/** All measured checks, the local ones too, beside the reference program as a whole process. */
export async function compareWhole({ folder, python, runs, box }) {
  const rows = [];
  for (const n of sides(128, box)) rows.push(await compareBox({ folder, python, runs, n }));
  const local = await timeLocal({ folder, runs });
  const words = `Every measured check at 3 Å, whole processes with the start of Node or Python in them, on \`oracle/phantom.py\`'s map where the reference is at hand. The ratio is that of two workers to \`oracle/level0.py\`, which computes the same numbers in plain numpy and scipy.\n\nBeside the programs that VRS runs: Xmipp and the authors' Python take ${CHAIN.least.toFixed(1)} to ${CHAIN.most.toFixed(1)} s and ${CHAIN.gigabytes} GB for the resized map, 0.f and 0.g of ${cube(CHAIN.box)} voxels at 3 Å on two cores (timed apart, on another day); MapAssay took ${seconds(local.time)} for the same, ${ratio(CHAIN.least / local.time)} to ${ratio(CHAIN.most / local.time)} faster, in a process of ${mebibytes(local.peak)} at most.`;
  const head = ["box", "1 worker", "2 workers", "peak memory", "reference", "times faster"];
  return section("Whole Level 0", { words, head, rows });
}

async function compareBox({ folder, python: { reference }, runs, n }) {
  const map = reference ? makePhantom(reference, folder, n) : benchMap(folder, n).path;
  const level = suggestedLevel(folder, map);
  const contenders = {
    one: () => validate(folder, map, { level, threads: 1 }),
    two: () => validate(folder, map, { level, threads: 2 }),
  };
  if (reference) contenders.theirs = () => timeReference(reference, map, { level, local: true });
  const { one, two, theirs } = await inTurns(runs, contenders);
  const walls = (results) => results.map(({ wall }) => wall);
  const peak = Math.max(...two.map(({ peakBytes }) => peakBytes));
  const own = [seconds(median(walls(one))), seconds(median(walls(two))), mebibytes(peak)];
  const beside = theirs ? [seconds(median(theirs)), ratio(pairedRatio(theirs, walls(two)))] : ["not installed", "–"];
  return [cube(n), ...own, ...beside];
}

async function timeLocal({ folder, runs }) {
  const { path: map, level } = benchMap(folder, CHAIN.box);
  const { results } = await inTurns(runs, { results: () => validate(folder, map, { level }) });
  const time = median(results.map(({ laps }) => laps.localBFactor + laps.localOccupancy));
  return { time, peak: Math.max(...results.map(({ peakBytes }) => peakBytes)) };
}
