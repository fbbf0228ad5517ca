import type { Reading } from "../../../checks/check.ts";
import { HAND_LIMITS } from "../../../checks/hand.ts";
import { formatCount, formatDecimal } from "../../../core/format/numbers.ts";
import type { HandMeasurements } from "../../../core/hand/hand.ts";
import { handPlot } from "../../../report/plots/hand.ts";
import { explanationOf } from "../../../report/text/explanations.ts";
import { helixPlace } from "../../surface/helices.ts";
import { type CheckContent, type NumberTable, plain, type TableRow } from "./content.ts";
import { judgedRow, valueRow, valueTable } from "./value-table.ts";

/** The page of 0.h. */
export function handContent(measurements: HandMeasurements, reading: Reading): CheckContent {
  const { explanation, criterion } = explanationOf("hand");
  return {
    explanation,
    tables: [evidenceTable(measurements, reading), helixTable(measurements)],
    plot: handPlot(measurements),
    criterion: criterion[reading],
    difference:
      "VRS asks two neural networks (Deep Hand). MapAssay compares the density about single helices with its mirror image, by networks of its own; the numbers of the two cannot be compared, and this check stays out of the VRS score.",
  };
}

function evidenceTable({ score, searchedShare, evidence }: HandMeasurements, reading: Reading): NumberTable {
  const undetermined = reading === "corrected" && evidence.outcome === "undetermined";
  const most = reading === "vrs" ? HAND_LIMITS.uncertain : HAND_LIMITS.flipped;
  return valueTable("Evidence of the helices", [
    judgedRow("Score", "handScore", {
      text: formatDecimal(score, 3),
      outside: !undetermined && score !== null && score > most,
      limit: undetermined ? "undetermined" : `at most ${most}`,
    }),
    judgedRow("Evidence t", "handEvidence", {
      text: formatDecimal(evidence.t, 2),
      outside: false,
      limit: `|t| at least ${evidence.abstention}`,
    }),
    valueRow("Places on ridges", "handCandidates", formatCount(evidence.candidates)),
    valueRow("Helix-like places", "handHelices", formatCount(evidence.helixCandidates)),
    ...(searchedShare < 1 ? [partSearched(searchedShare)] : []),
    valueRow("Mean D", "handMeanRatio", formatDecimal(evidence.meanLogRatio, 2)),
  ]);
}

/** Named only where it is not all: the whole does not fit in memory. */
function partSearched(share: number): TableRow {
  return {
    label: "Part of the molecule searched, its middle",
    explains: null,
    cells: [plain(`${formatDecimal(100 * share, 0)} %`)],
    limit: "",
  };
}

function helixTable({ evidence }: HandMeasurements): NumberTable {
  return {
    title: "The likeliest helices",
    head: ["middle (voxels)", "helix", "D"],
    headExplains: ["handPlace", "handHelix", "handRatio"],
    limits: "none",
    rows: evidence.helices.map(({ centre, probability, logRatio }, i) => ({
      label: String(i + 1),
      explains: null,
      cells: [
        plain(centre.map((voxel) => formatDecimal(voxel, 0)).join(", ")),
        plain(formatDecimal(probability, 2)),
        plain(formatDecimal(logRatio, 2)),
      ],
      limit: "",
      place: helixPlace({ centre }),
    })),
  };
}
