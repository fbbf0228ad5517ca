import { formatCount } from "../../core/format/numbers.ts";
import { type Comparison, type Difference, isIdentical } from "../compare-reports.ts";
import { counted, startSentence } from "./words.ts";

/** "Identical: …", or that and how much differs; a sentence. */
export function comparisonFinding(comparison: Comparison): string {
  if (isIdentical(comparison))
    return `Identical. All ${formatCount(comparison.compared)} values agree with the report.`;
  if (comparison.map) return "This is not the map of the report: the file is another.";
  const count = comparison.differences.length;
  return `${startSentence(counted(String(count), count, "value"))} of the report ${count === 1 ? "differs" : "differ"}.`;
}

/** What is told besides, because it changes no result: another version, another name; may be empty. */
export function comparisonRemarks({ software, fileName }: Comparison): string[] {
  return [
    software ? `The report was written by MapAssay ${software.recorded}; this is ${software.found}.` : "",
    fileName ? `The map is called ${fileName.found} here and ${fileName.recorded} in the report.` : "",
  ].filter((remark) => remark !== "");
}

/** All differences in order, the map's own first. */
export function comparisonRows({ map, differences }: Comparison): readonly Difference[] {
  return map ? [map, ...differences] : differences;
}

/** A value of a report as it stands in JSON; short, with "nothing" for what is not there. */
export function valueText(value: unknown): string {
  if (value === undefined) return "nothing";
  const json = JSON.stringify(value);
  return json.length > MOST_CHARACTERS ? `${json.slice(0, MOST_CHARACTERS - 1)}…` : json;
}

const MOST_CHARACTERS = 120;
