import type { CheckResult, Reading } from "../../checks/check.ts";
import { READINGS } from "../../checks/check.ts";
import { checkTitle, verdictWords } from "../findings.ts";
import { explanationOf } from "../text/explanations.ts";
import { asSentence } from "../text/words.ts";
import { methodSpans } from "./method.ts";
import { label, type Piece, paragraph, type ReportSource, type Span } from "./piece.ts";

const KEEP = { keep: "withNext" } as const;

/** A section of part 2: heading, explanation, what was measured, and the verdict of both readings. */
export function checkSection(source: ReportSource, result: CheckResult, results: readonly Piece[] = []): Piece[] {
  const { explanation } = explanationOf(result.key);
  return [
    { kind: "check", result, name: sectionName(result), title: sectionTitle(result) },
    label("Explanation"),
    paragraph([{ text: explanation }, ...methodSpans(result)]),
    ...(results.length > 0 ? [label("Results"), ...results] : []),
    ...verdicts(source, result),
  ];
}

/** The anchor of a check. */
export function sectionName(result: CheckResult): string {
  return `check-${result.key}`;
}

/** "2.1" for 0.a and so on. */
export function sectionNumber(result: CheckResult): string {
  return `2.${"abcdefgh".indexOf(result.id.slice(2)) + 1}`;
}

function sectionTitle(result: CheckResult): string {
  return `${sectionNumber(result)}\u2002Level ${result.id}\u2002${checkTitle(result.key)}`;
}

function verdicts({ report }: ReportSource, result: CheckResult): Piece[] {
  const { criterion } = explanationOf(result.key);
  const shared = criterion.corrected === criterion.vrs;
  const order = report.reading === "vrs" ? READINGS.toReversed() : READINGS;
  return [
    label("Criterion and verdict"),
    ...(shared ? [paragraph(criterion.corrected, KEEP)] : []),
    ...order.map((reading, i) => {
      const words = verdictSpans(result, reading, shared ? "" : `${criterion[reading]} `);
      return paragraph(words, i === 0 ? KEEP : {});
    }),
  ];
}

/** @param rule with a blank at its end, or empty */
function verdictSpans(result: CheckResult, reading: Reading, rule: string): Span[] {
  const verdict = result.status[reading];
  const unjudged = verdict === "notApplicable" || verdict === "failed";
  const reasons = unjudged
    ? asSentence(result.reason ?? "")
    : result.warnings[reading].map(({ message }) => asSentence(message)).join(" ");
  return [
    { text: `${reading === "vrs" ? "VRS" : "Corrected"}. `, weight: "bold" },
    { text: rule },
    { text: `${verdictWords(result, reading)}${reasons === "" ? "." : ":"}`, weight: "bold", verdict },
    { text: reasons === "" ? "" : ` ${reasons}` },
  ];
}
