import type { CheckResult } from "../../checks/check.ts";
import { formatCount, formatDecimal } from "../../core/format/numbers.ts";
import { type HandMeasurements, LARGEST_RATIO, type ShownHelix } from "../../core/hand/hand.ts";
import { checkDetail } from "../findings.ts";
import { measured } from "../measured.ts";
import { handPlot } from "../plots/hand.ts";
import { checkSection } from "./check.ts";
import { type Piece, paragraph, type ReportSource, type Table } from "./piece.ts";

/** How many helices the report lists; the JSON has more. */
const LISTED = 8;

/** Section 2.8: which hand the helices of the map have. */
export function handSection(source: ReportSource, result: CheckResult): Piece[] {
  const hand = measured(result, "hand");
  return checkSection(source, result, hand ? results(source, result, hand) : []);
}

function results({ report }: ReportSource, result: CheckResult, hand: HandMeasurements): Piece[] {
  const { evidence } = hand;
  const plot = handPlot(hand);
  return [
    paragraph(summaryText(hand)),
    ...(plot
      ? [{ kind: "plot" as const, name: "hand", plot, caption: CAPTION, finding: checkDetail(result, report.reading) }]
      : []),
    ...(evidence.helices.length > 0 ? [helixTable(evidence.helices.slice(0, LISTED))] : []),
  ];
}

const UNDETERMINED = {
  helices: " The hand is undetermined: there are too few helices.",
  signal: " The hand is undetermined: the turns of the helices are not resolved well enough to tell.",
  none: "",
} as const;

function summaryText({ score, searchedShare, method, evidence }: HandMeasurements): string {
  const { candidates, helixCandidates, expectedHelices, t, abstention } = evidence;
  const part =
    searchedShare < 1
      ? ` The molecule is too large to be searched whole: its middle was, ${formatDecimal(100 * searchedShare, 0)} % of it.`
      : "";
  const found = `Of ${formatCount(candidates)} places on ridges of density, ${formatCount(helixCandidates)} are more likely a helix than not; ${formatDecimal(expectedHelices, 1)} are expected to be.${part}`;
  if (score === null || t === null) return `${found} There is no score.`;
  return `${found} Their evidence for the right hand over its error is t = ${formatDecimal(t, 1)} (at least ${formatDecimal(abstention, 1)} either way is asked for), which makes the score ${formatDecimal(score, 3)}. Method: ${method.name}, version ${method.version}, trained on simulated maps.${UNDETERMINED[evidence.reason ?? "none"]}`;
}

function helixTable(helices: readonly ShownHelix[]): Table {
  const right = { align: "right" } as const;
  return {
    kind: "table",
    caption: "The likeliest helices: their middle in voxels, and what their turns say",
    columns: [
      { head: "x", ...right },
      { head: "y", ...right },
      { head: "z", ...right },
      { head: "Helix", ...right },
      { head: "D", ...right },
    ],
    rows: helices.map(({ centre, probability, logRatio }) => [
      ...centre.map((voxel) => formatDecimal(voxel, 1)),
      formatDecimal(probability, 2),
      formatDecimal(logRatio, 2),
    ]),
  };
}

const CAPTION = `Helix-like places by D, the logarithm of the strength of the right-handed over that of the left-handed wave of 5.4 Å about their axis; the end bars hold all D ≤ −${LARGEST_RATIO} and D ≥ ${LARGEST_RATIO}. Proteins have right-handed helices: most places of a map of the right hand lie above 0, and mirroring the map mirrors this histogram.`;
