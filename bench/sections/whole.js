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

/** All checks, and those that the reference program has too, beside it as a whole process. */
export async function compareWhole({ folder, python, runs, box }) {
  const rows = [];
  for (const n of sides(128, box)) rows.push(...(await compareBox({ folder, python, runs, n })));
  const local = await timeLocal({ folder, runs });
  const words = `Checks at 3 Å, whole processes with the start of Node or Python in them, on \`oracle/phantom.py\`'s map where the reference is at hand. The ratio is that of two workers to \`oracle/level0.py\`, which computes the numbers of 0.a to 0.d, 0.f and 0.g in plain numpy and scipy. The first line of a box is the same work on both sides: the process less its steps of 0.e and 0.h, but with the report's pictures, which the reference does not draw. The second is every check. The goal at 256³ is 8 × or more in the first line, and 4 s.\n\nBeside the programs that VRS runs: Xmipp and the authors' Python take ${CHAIN.least.toFixed(1)} to ${CHAIN.most.toFixed(1)} s and ${CHAIN.gigabytes} GB for the resized map, 0.f and 0.g of ${cube(CHAIN.box)} voxels at 3 Å on two cores (timed apart, on another day); MapAssay took ${seconds(local.time)} for the same, ${ratio(CHAIN.least / local.time)} to ${ratio(CHAIN.most / local.time)} faster, in a process of ${mebibytes(local.peak)} at most.`;
  const head = ["box", "checks", "1 worker", "2 workers", "peak memory", "reference", "times faster"];
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
  const row = (name, time) => {
    const [alone, both] = [one.map(time), two.map(time)];
    const peak = mebibytes(Math.max(...two.map(({ peakBytes }) => peakBytes)));
    const own = [cube(n), name, seconds(median(alone)), seconds(median(both)), peak];
    return theirs
      ? [...own, seconds(median(theirs)), ratio(pairedRatio(theirs, both))]
      : [...own, "not installed", "–"];
  };
  return [row("without 0.e and 0.h", withoutOwnMethods), row("all", ({ wall }) => wall)];
}

/** Seconds of a process less those of the checks that the reference program does not have. */
function withoutOwnMethods({ wall, laps }) {
  return wall - laps.localResolution - laps.hand;
}

async function timeLocal({ folder, runs }) {
  const { path: map, level } = benchMap(folder, CHAIN.box);
  const { results } = await inTurns(runs, { results: () => validate(folder, map, { level }) });
  const time = median(results.map(({ laps }) => laps.localBFactor + laps.localOccupancy));
  return { time, peak: Math.max(...results.map(({ peakBytes }) => peakBytes)) };
}
