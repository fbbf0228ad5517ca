import type { CheckKey, CheckResult } from "../../checks/check.ts";
import { appendixSection } from "./appendix.ts";
import { bFactorSection } from "./b-factor.ts";
import { backgroundSection } from "./background.ts";
import { contextSection } from "./context.ts";
import type { DocumentPart } from "./document-part.ts";
import { handSection } from "./hand.ts";
import { inputSection } from "./input.ts";
import { localBFactorSection } from "./local-b-factor.ts";
import { localOccupancySection } from "./local-occupancy.ts";
import { localResolutionSection } from "./local-resolution.ts";
import { maskSection } from "./mask.ts";
import { massSection } from "./mass.ts";
import { numberFigures } from "./number-figures.ts";
import type { Contents, ContentsEntry, Piece, ReportSource } from "./piece.ts";
import { referencesSection } from "./references.ts";
import { summarySection } from "./summary.ts";

type Section = (source: ReportSource, result: CheckResult) => Piece[];

const SECTIONS: Readonly<Record<CheckKey, Section>> = {
  mass: massSection,
  mask: maskSection,
  background: backgroundSection,
  bFactor: bFactorSection,
  localResolution: localResolutionSection,
  localBFactor: localBFactorSection,
  localOccupancy: localOccupancySection,
  hand: handSection,
};

/**
 * Everything that follows the front page, in order: context, summary, contents, input, the eight checks, references,
 * appendix. Plain data, the same for PDF and HTML; holds the figures as given and copies none.
 */
export function writeDocument(source: ReportSource): DocumentPart[] {
  const { report } = source;
  const checks = report.checks.flatMap((result) => SECTIONS[result.key](source, result));
  const summary = { head: "Context and summary", pieces: [...contextSection(report), ...summarySection(source)] };
  const after: DocumentPart[] = [
    { head: "1 Input data", pieces: inputSection(source) },
    {
      head: "2 Level 0 analysis",
      pieces: [{ kind: "part", name: "analysis", title: "2\u2002Level 0 analysis" }, ...checks],
    },
    { head: "References and appendix", pieces: [...referencesSection(), ...appendixSection(source)] },
  ];
  const contents: DocumentPart = { head: "Contents", pieces: [contentsOf([summary, ...after]), { kind: "legend" }] };
  return numberFigures([summary, contents, ...after]);
}

function contentsOf(parts: readonly DocumentPart[]): Contents {
  const entries = parts
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.kind === "part" || piece.kind === "check")
    .map(({ kind, name, title }): ContentsEntry => ({ name, title, level: kind === "part" ? 1 : 2 }));
  return { kind: "contents", entries };
}
