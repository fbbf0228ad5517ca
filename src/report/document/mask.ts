import type { CheckResult } from "../../checks/check.ts";
import {
  formatCount,
  formatDecimal,
  formatLength,
  formatLevel,
  formatPercent,
  formatVolume,
} from "../../core/format/numbers.ts";
import type { MaskMeasurements } from "../../core/volume/components.ts";
import { measured } from "../measured.ts";
import { massCurvePlot } from "../plots/mass-curve.ts";
import { counted } from "../text/words.ts";
import { checkSection } from "./check.ts";
import { figure, type Piece, paragraph, type ReportSource, type Words } from "./piece.ts";

/** Section 2.2: the pieces of the raw mask, the mass at each level, the constructed mask. */
export function maskSection(source: ReportSource, result: CheckResult): Piece[] {
  const mask = measured(result, "mask");
  return checkSection(source, result, mask ? maskResults(source, mask) : []);
}

function maskResults(source: ReportSource, mask: MaskMeasurements): Piece[] {
  return [
    paragraph(rawMaskText(source, mask)),
    componentTable(mask),
    paragraph(remainingText(mask)),
    paragraph(constructedText(source, mask)),
    {
      kind: "slices",
      name: "rawMask",
      figure: source.figures.rawMask,
      caption:
        "Raw mask. Slices of largest variance; white is at or above the level. Specks away from the molecule are the remaining pieces.",
      finding: `Raw mask, ${piecesText(mask)}`,
    },
    ...massCurve(source, mask),
  ];
}

function piecesText({ componentCount }: MaskMeasurements): string {
  return counted(formatCount(componentCount), componentCount, "piece");
}

function rawMaskText({ report }: ReportSource, mask: MaskMeasurements): Words {
  const level = formatLevel(report.input.contourLevel);
  const voxels = `${formatCount(mask.rawVoxels)} voxels, ${formatVolume(mask.rawVolume)}`;
  const listed = mask.components.length < mask.componentsTo95 ? "; the table lists the first 100" : "";
  const held = mask.componentsTo95 === 1 ? "The largest holds" : `The ${formatCount(mask.componentsTo95)} largest hold`;
  return [
    { text: `Raw mask: at level ${level} the map is ${piecesText(mask)} of together ${voxels} (` },
    figure("rawMask"),
    { text: `). ${held} at least 95 % of the mass${listed}.` },
  ];
}

function componentTable(mask: MaskMeasurements): Piece {
  const columns = [
    { head: "No.", share: 0.55 },
    { head: "Voxels", align: "right" as const },
    { head: "Volume", align: "right" as const, share: 1.4 },
    { head: "Share", align: "right" as const },
    { head: "Cumulated", align: "right" as const, share: 1.1 },
  ];
  const rows = mask.components.map((component, i) => [
    String(i + 1),
    formatCount(component.voxels),
    formatVolume(component.volume),
    formatPercent(component.percent, { decimals: 2 }),
    formatPercent(component.cumulativePercent, { decimals: 2 }),
  ]);
  return { kind: "table", caption: "Pieces of the raw mask, the largest first", columns, rows, length: "long" };
}

function remainingText({ remaining, corrected, vrs }: MaskMeasurements): string {
  const printed = `${formatCount(vrs.printedFrom)} to ${formatCount(vrs.printedTo)} voxels`;
  if (remaining.count === 0) return `Nothing remains beside these. VRS prints nan for their mean size, and ${printed}.`;
  const sizes = `${formatCount(remaining.largestVoxels)} to ${formatCount(remaining.smallestVoxels)} voxels`;
  const pieces = counted(formatCount(remaining.count), remaining.count, "piece");
  const [mean, vrsMean] = [corrected, vrs].map((reading) => formatVolume(reading.remainingMeanVolume, { decimals: 2 }));
  return `${pieces} remain${remaining.count === 1 ? "s" : ""}, of ${sizes} and ${mean} on average. VRS prints ${printed} and ${vrsMean}.`;
}

function constructedText({ report }: ReportSource, { constructed }: MaskMeasurements): string {
  const { dilationSteps: steps, voxels, volume, overlap } = constructed;
  const reach = formatLength(steps * report.input.voxelSize[0]);
  return `Constructed mask: the largest piece, dilated by ${counted(String(steps), steps, "voxel")} (${reach} along the axes), holds ${formatCount(voxels)} voxels, ${formatVolume(volume)}. Its overlap with the raw mask is ${formatDecimal(overlap, 2)}.`;
}

function massCurve({ report }: ReportSource, { massCurve: rows, rawVoxels }: MaskMeasurements): Piece[] {
  const plot = massCurvePlot(rows, report.input.contourLevel);
  if (!plot) return [];
  const columns = ["Level", "Voxels", "Mass", "Residues"].map((head) => ({ head, align: "right" as const }));
  const cells = rows.map(({ level, voxels, mass, residues }) => [
    formatLevel(level),
    formatCount(voxels),
    `${formatDecimal(mass, 2)} kDa`,
    formatDecimal(residues, 1),
  ]);
  return [
    {
      kind: "plot",
      name: "massCurve",
      plot,
      caption:
        "Mass above a level. A curve that bends sharply tells signal from noise; the dashed line is the contour level in use.",
      finding: `${formatCount(rawVoxels)} voxels at the contour level ${formatLevel(report.input.contourLevel)}`,
    },
    paragraph(
      [
        { text: "Voxels above each level (" },
        figure("massCurve"),
        { text: ") and the mass that they would hold, for protein of 1.207 Å³ per dalton and residues of 110 Da:" },
      ],
      { keep: "withNext" },
    ),
    { kind: "table", caption: "Voxels, mass and residues above each level", columns, rows: cells, length: "long" },
  ];
}
