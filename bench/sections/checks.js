import { validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { timeReference } from "../python.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section } from "../table.js";

const LOCAL_STEPS = ["localBFactor", "localOccupancy"];
const STEPS = ["read", "mass", "mask", "background", "bFactor", "figures"];

/** Checks 0.a to 0.d on one and two workers, and by the reference program in numpy and scipy. */
export async function compareChecks({ folder, python, runs, box }) {
  const { path: map, level } = benchMap(folder, box);
  const contenders = {
    one: () => validate(folder, map, { level, threads: 1 }),
    two: () => validate(folder, map, { level, threads: 2 }),
  };
  if (python.reference) contenders.reference = () => ({ wall: timeReference(python.reference, map, { level }) });
  const { one, two, reference } = await inTurns(runs, contenders);
  const lap = (results, step) => seconds(median(results.map(({ laps }) => laps[step])));
  const walls = (results) => results.map(({ wall }) => wall);
  const together = (results) => results.map(({ laps }) => STEPS.reduce((sum, step) => sum + laps[step], 0));
  const rows = [
    ...STEPS.map((step) => [`\`${step}\``, lap(one, step), lap(two, step), ""]),
    ["these together", ...[one, two].map((results) => seconds(median(together(results)))), referenceTime(reference)],
    [
      "times faster than the reference",
      ...[one, two].map((r) => (reference ? ratio(pairedRatio(walls(reference), together(r))) : "–")),
      "",
    ],
    ...LOCAL_STEPS.map((step) => [`\`${step}\``, lap(one, step), lap(two, step), ""]),
    ["whole process", ...[one, two].map((results) => seconds(median(walls(results)))), ""],
  ];
  const gain = ratio(pairedRatio(walls(one), walls(two)));
  const words = `Checks 0.a to 0.d at ${cube(box)}, 3 Å, with all pictures of the report. A second worker makes the whole process ${gain} as fast. The reference is \`oracle/level0.py --no-local\`, plain numpy and scipy, as a whole process; the two local checks stand below.`;
  return section("Checks 0.a to 0.d", { words, head: ["step", "1 worker", "2 workers", "reference"], rows });
}

function referenceTime(results) {
  return results ? seconds(median(results.map(({ wall }) => wall))) : "not installed";
}
