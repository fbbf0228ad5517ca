import type { CheckKey, CheckResult } from "../../checks/check.ts";
import { appendixSection } from "./appendix.ts";
import { bFactorSection } from "./b-factor.ts";
import { backgroundSection } from "./background.ts";
import { checkSection } from "./check.ts";
import { inputSection } from "./input.ts";
import { localBFactorSection } from "./local-b-factor.ts";
import { localOccupancySection } from "./local-occupancy.ts";
import { maskSection } from "./mask.ts";
import { massSection } from "./mass.ts";
import type { Piece, ReportSource } from "./piece.ts";
import { referencesSection } from "./references.ts";
import { summarySection } from "./summary.ts";

/** Pieces that belong together, and what they are called at the head of a page. */
export interface DocumentPart {
  readonly head: string;
  readonly pieces: readonly Piece[];
}

type Section = (source: ReportSource, result: CheckResult) => Piece[];

const SECTIONS: Readonly<Partial<Record<CheckKey, Section>>> = {
  mass: massSection,
  mask: maskSection,
  background: backgroundSection,
  bFactor: bFactorSection,
  localBFactor: localBFactorSection,
  localOccupancy: localOccupancySection,
};

/**
 * Everything that follows the front page, in order: summary, input, the eight checks, references, appendix. Plain data,
 * the same for PDF and HTML; holds the figures as given and copies none.
 */
export function writeDocument(source: ReportSource): DocumentPart[] {
  const checks = source.report.checks.flatMap((result) => (SECTIONS[result.key] ?? checkSection)(source, result));
  return [
    { head: "Summary", pieces: summarySection(source) },
    { head: "1 Input data", pieces: inputSection(source) },
    {
      head: "2 Level 0 analysis",
      pieces: [{ kind: "part", name: "analysis", title: "2\u2002Level 0 analysis" }, ...checks],
    },
    { head: "References and appendix", pieces: [...referencesSection(), ...appendixSection(source)] },
  ];
}
