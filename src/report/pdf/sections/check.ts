import type { CheckResult, Reading } from "../../../checks/check.ts";
import { READINGS } from "../../../checks/check.ts";
import { checkTitle, verdictWords } from "../../findings.ts";
import { explanationOf } from "../../text/explanations.ts";
import { asSentence } from "../../text/words.ts";
import { checkHeading, label } from "../blocks/heading.ts";
import { paragraph } from "../blocks/paragraph.ts";
import type { Block } from "../layout/block.ts";
import type { Run } from "../layout/rich-text.ts";
import { verdictColour } from "../tokens.ts";
import type { Content } from "./content.ts";

const KEEP = { placing: "withNext" } as const;

/** A section of part 2: heading, explanation, what was measured, and the verdict of both readings. */
export function checkSection(content: Content, result: CheckResult, results: readonly Block[]): Block[] {
  const { sheet, report } = content;
  const { explanation } = explanationOf(result.key);
  return [
    checkHeading(result, { name: sectionName(result), title: sectionTitle(result), reading: report.reading }),
    label(sheet, "Explanation"),
    paragraph(sheet, explanation, { gap: 2, ...(results.length === 0 ? KEEP : {}) }),
    ...(results.length > 0 ? [label(sheet, "Results"), ...results] : []),
    ...verdictBlocks(content, result),
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

function verdictBlocks(content: Content, result: CheckResult): Block[] {
  const { criterion } = explanationOf(result.key);
  const shared = criterion.corrected === criterion.vrs;
  const order = content.report.reading === "vrs" ? READINGS.toReversed() : READINGS;
  return [
    label(content.sheet, "Criterion and verdict"),
    ...(shared ? [paragraph(content.sheet, criterion.corrected, { gap: 2, ...KEEP })] : []),
    ...order.map((reading, i) => {
      const placing = i === 0 ? KEEP : {};
      return { ...verdictOf(content, { result, reading, rule: shared ? "" : `${criterion[reading]} ` }), ...placing };
    }),
  ];
}

interface VerdictText {
  readonly result: CheckResult;
  readonly reading: Reading;
  /** With a blank at its end, or empty. */
  readonly rule: string;
}

function verdictOf({ sheet }: Content, { result, reading, rule }: VerdictText): Block {
  const verdict = result.status[reading];
  const unjudged = verdict === "notApplicable" || verdict === "failed";
  const reasons = unjudged
    ? asSentence(result.reason ?? "")
    : result.warnings[reading].map(({ message }) => asSentence(message)).join(" ");
  const runs: Run[] = [
    { text: `${reading === "vrs" ? "VRS" : "Corrected"}. `, face: "bold" },
    { text: rule },
    {
      text: `${verdictWords(result, reading)}${reasons === "" ? "." : ":"}`,
      face: "bold",
      colour: verdictColour(verdict),
    },
    { text: reasons === "" ? "" : ` ${reasons}` },
  ];
  return paragraph(sheet, runs, { gap: 3 });
}
