import type { Reading } from "../../checks/check.ts";
import { sayNumber, startSentence } from "../../report/text/words.ts";
import type { ComparedMap } from "./compared-map.ts";
import type { ComparisonState } from "./comparison.ts";

/** What the comparison found, or what it does: the one finding of its page. */
export function comparisonFinding({ maps, work }: ComparisonState, reading: Reading): string {
  const at = maps.findIndex(({ state }) => state === work);
  if (at >= 0) return `${startSentence(work)} map ${at + 1} of ${maps.length}`;
  if (maps.length === 0) return "Drop two or more density maps. They stay on this machine.";
  const measured = maps.flatMap(({ report }) => report ?? []);
  if (measured.length === 0) return readySentence(maps);
  const passing = measured.filter(({ score }) => score[reading].passed === score[reading].evaluable).length;
  const verb = passing === 1 ? "passes" : "pass";
  if (measured.length === 1) return `The one measured map ${passing ? "passes" : "does not pass"} every judged check`;
  const count = passing === 0 ? "None" : startSentence(sayNumber(passing));
  return `${count} of ${sayNumber(measured.length)} maps ${passing === 0 ? "passes" : verb} every judged check`;
}

function readySentence(maps: readonly ComparedMap[]): string {
  const ready = maps.filter(({ state }) => state === "read").length;
  if (ready === 0) return "No map can be measured";
  return ready === 1 ? "One map is ready to be measured" : `${startSentence(sayNumber(ready))} maps are ready`;
}

const STATES: Readonly<Record<ComparedMap["state"], string>> = {
  waiting: "Waiting",
  reading: "Reading",
  read: "Not measured",
  measuring: "Measuring",
  done: "",
  failed: "",
};

/** Where a map without a result stands, or why it has none. */
export function standingWords({ state, fault }: ComparedMap): string {
  return fault ? `${fault.title}. ${fault.sentence}` : STATES[state];
}
