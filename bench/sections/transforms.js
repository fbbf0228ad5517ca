import { fileURLToPath } from "node:url";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, seconds, section } from "../table.js";
import { startTimer } from "../timer.js";
import { compileFftw } from "../transforms/compile-fftw.js";

const SIDES = [54, 64, 100, 128, 170, 182, 200, 254, 255, 256, 340, 360];
const LARGE = 512;
const BRICK = [182, 128, 100];
const TEAMS = [1, 2];

const own = fileURLToPath(new URL("../transforms/own-transform.js", import.meta.url));
const scipys = fileURLToPath(new URL("../transforms/scipy_transform.py", import.meta.url));

const WORDS = `Forward and inverse transform of a real box, single precision, by as many workers or threads each. FFTW (out of place) with a plan that was measured beforehand, and with an estimated plan; \`scipy.fft.rfftn\` and \`irfftn\`; planning is not counted. The search for a measured plan ends after 12 s a direction, above 256³ after 60 s. Rounds of at least 0.15 s, the programs in turns, the best of each round; fewer rounds above 128³ and 256³. The ratios are MapAssay's time over the other's: below 1 MapAssay is faster. The goal is 1.3 of the measured plan at powers of two, 1 of the estimated plan elsewhere, and never above 1 of scipy.`;

/** The three-dimensional real transform beside FFTW and scipy, on one and on two workers. */
export async function compareTransforms({ folder, python: { scipy }, runs, large }) {
  const fftw = compileFftw(folder);
  const boxes = [...[...SIDES, ...(large ? [LARGE] : [])].map((n) => [n, n, n]), BRICK];
  const rows = [];
  for (const box of boxes) {
    for (const size of TEAMS)
      rows.push(row(box, size, await timeBox({ box, size, fftw, scipy, rounds: roundsOf(box, runs) })));
  }
  const head = ["box", "workers", "MapAssay", "÷ FFTW measured", "÷ FFTW estimated", "÷ scipy"];
  const missing = fftw ? "" : " FFTW is left out: there is no gcc, or no libfftw3f.";
  return section("Fourier transforms", { words: WORDS + missing, head, rows });
}

/** Larger boxes take longer and vary less. */
function roundsOf([n], runs) {
  if (n <= 128) return 2 * runs + 1;
  return n <= 256 ? runs + 2 : runs;
}

async function timeBox({ box, size, fftw, scipy, rounds }) {
  const parameters = [...box, size].map(String);
  const timers = { own: startTimer(process.execPath, [own, ...parameters]) };
  if (fftw) {
    timers.measured = startTimer(fftw, [...parameters, "measure"]);
    timers.estimated = startTimer(fftw, [...parameters, "estimate"]);
  }
  if (scipy) timers.scipy = startTimer(scipy.command, [scipys, ...parameters]);
  const contenders = Object.fromEntries(Object.entries(timers).map(([name, timer]) => [name, timer.time]));
  await inTurns(1, contenders); // warm, planned
  const results = await inTurns(rounds, contenders);
  for (const timer of Object.values(timers)) timer.stop();
  return results;
}

function row(box, size, { own: times, ...others }) {
  const name = box.every((side) => side === box[0]) ? cube(box[0]) : box.join(" × ");
  const ratios = ["measured", "estimated", "scipy"].map((other) =>
    others[other] ? pairedRatio(times, others[other]).toFixed(2) : "–",
  );
  return [name, String(size), seconds(median(times)), ...ratios];
}
