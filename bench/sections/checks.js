import { validate } from "../mapassay.js";
import { benchMap } from "../maps.js";
import { timeReference } from "../python.js";
import { inTurns, median, pairedRatio } from "../statistics.js";
import { cube, ratio, seconds, section } from "../table.js";

const STEPS = ["read", "mass", "mask", "background", "bFactor", "figures"];
const OTHER_STEPS = ["localResolution", "localBFactor", "localOccupancy", "hand"];
/** Those that spend most of their time in Fourier transforms. */
const TRANSFORMING = ["background", "bFactor", "localBFactor", "localOccupancy"];

/** Checks 0.a to 0.d on one and two workers, and by the reference program in numpy and scipy; the other checks beside them. */
export async function compareChecks({ folder, python, runs, box }) {
  const { path: map, level } = benchMap(folder, box);
  const contenders = {
    one: () => validate(folder, map, { level, threads: 1 }),
    two: () => validate(folder, map, { level, threads: 2 }),
  };
  if (python.reference) contenders.reference = () => ({ wall: timeReference(python.reference, map, { level }) });
  const { one, two, reference } = await inTurns(runs, contenders);
  const walls = (results) => results.map(({ wall }) => wall);
  const together = (results, steps) => results.map(({ laps }) => steps.reduce((sum, step) => sum + laps[step], 0));
  const row = (name, time, last = "") => {
    const [alone, both] = [time(one), time(two)];
    return [name, seconds(median(alone)), seconds(median(both)), ratio(pairedRatio(alone, both)), last];
  };
  const step = (name) => row(`\`${name}\``, (results) => together(results, [name]));
  const faster = (results) => (reference ? ratio(pairedRatio(walls(reference), together(results, STEPS))) : "–");
  const rows = [
    ...STEPS.map(step),
    row("these together", (results) => together(results, STEPS), referenceTime(reference)),
    ["times faster than the reference", faster(one), faster(two), "", ""],
    ...OTHER_STEPS.map(step),
    row("the four that transform most", (results) => together(results, TRANSFORMING)),
    row("whole process", walls),
  ];
  const words = `Checks 0.a to 0.d at ${cube(box)}, 3 Å, with all pictures of the report, and the other checks. The reference is \`oracle/level0.py --no-local\`, plain numpy and scipy, as a whole process: 0.a to 0.d. The four that transform most are ${TRANSFORMING.map((name) => `\`${name}\``).join(", ")}; the goal for them is that a second worker makes them 1.7 × as fast.`;
  const head = ["step", "1 worker", "2 workers", "1 ÷ 2", "reference"];
  return section("Checks 0.a to 0.d", { words, head, rows });
}

function referenceTime(results) {
  return results ? seconds(median(results.map(({ wall }) => wall))) : "not installed";
}
