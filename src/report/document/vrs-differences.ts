import { differencesFromVrs } from "../text/differences.ts";
import { sectionName, sectionNumber } from "./check.ts";
import { label, type Piece, paragraph, type ReportSource } from "./piece.ts";

/** More decimals than VRS keeps of a contour level. */
const LEVEL_DECIMALS = 6;

/** Where this map gets other numbers or verdicts than VRS gives, and where the VRS reading is not VRS to the last digit. */
export function vrsDifferences({ report }: ReportSource): Piece[] {
  const items = report.checks.flatMap((result) =>
    differencesFromVrs(result).map((words) => ({
      marker: { text: sectionNumber(result), target: { anchor: sectionName(result) } },
      words,
    })),
  );
  return [
    label("Differences from VRS for this map"),
    ...(items.length > 0 ? [{ kind: "list" as const, items }] : [paragraph("Both readings agree in every check.")]),
    paragraph(approximation(report.input.contourLevel)),
  ];
}

/** What both readings share and VRS does otherwise. */
function approximation(level: number): string {
  const rounded = Number(level.toFixed(LEVEL_DECIMALS)) !== level;
  const digits = rounded
    ? ` VRS also rounds the level to ${LEVEL_DECIMALS} decimals, ${level.toFixed(LEVEL_DECIMALS)}.`
    : "";
  return `In both readings voxels that touch by a face, an edge or a corner are one piece. VRS’s own search misses two of these 26 neighbours, which on some maps moves its mask by a few voxels, and with it the last digits of 0.b and 0.c.${digits}`;
}
