import type { CheckResult, Reading } from "../../checks/check.ts";
import { READINGS } from "../../checks/check.ts";
import { formatDecimal, formatLength, formatPercent } from "../../core/format/numbers.ts";
import type { Axis } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import type { MassMeasurements } from "../../core/volume/mass.ts";
import { measured } from "../measured.ts";
import { checkSection } from "./check.ts";
import { type Cell, type Column, type Piece, paragraph, type ReportSource } from "./piece.ts";

const COLUMNS: readonly Column[] = [
  { head: "Reading", share: 1.1 },
  { head: "Axis", share: 0.6 },
  { head: "Mask, voxels", align: "right" },
  { head: "Left", align: "right" },
  { head: "Right", align: "right" },
  { head: "Off centre", align: "right" },
  { head: "Centre of mass", align: "right", share: 1.3 },
  { head: "Off centre", align: "right" },
];

const READING_DIFFERENCE =
  "Corrected: margins end at the faces of the box, and the centre of mass is that of the positive density inside the mask, about the middle voxel. VRS: one voxel more on the right, and the centre of mass of the whole map, negative values included. Centre of mass in voxels from 0.";

/** Section 2.1: margins, decentering and centre of mass in both readings. */
export function massSection(source: ReportSource, result: CheckResult): Piece[] {
  const mass = measured(result, "mass");
  if (!mass?.maskExtent) {
    return checkSection(source, result, [paragraph("The mask is empty; nothing was measured.")]);
  }
  const rows = READINGS.flatMap((reading) => AXES.map((axis, k) => row(mass, { result, reading, axis, k })));
  return checkSection(source, result, [
    { kind: "table", caption: "Position of the mask in the box, in both readings", columns: COLUMNS, rows },
    paragraph(READING_DIFFERENCE),
  ]);
}

interface RowOf {
  readonly result: CheckResult;
  readonly reading: Reading;
  readonly axis: Axis;
  readonly k: number;
}

function row(mass: MassMeasurements, { result, reading, axis, k }: RowOf): Cell[] {
  const position = mass[reading];
  const extent = mass.maskExtent?.[axis];
  if (!position || !extent) return [];
  const codes = result.warnings[reading].map(({ code }) => code);
  const cell = (text: string, code: string): Cell => (codes.includes(`mass.${code}`) ? warned(text) : text);
  const [left, right] = position.margins[axis];
  const name = reading === "vrs" ? "VRS" : "Corrected";
  return [
    k === 0 ? { text: name, weight: "bold" } : "",
    axis,
    `${extent[0]} to ${extent[1]}`,
    cell(formatLength(left), `margin.${axis}Left`),
    cell(formatLength(right), `margin.${axis}Right`),
    cell(formatPercent(position.decentering[axis]), `decentering.${axis}`),
    formatDecimal(position.centerOfMass[k] ?? null, 2),
    cell(formatPercent(position.centerOfMassDecentering[k] ?? null), `centerOfMass.${axis}`),
  ];
}

function warned(text: string): Cell {
  return { text, weight: "bold", verdict: "warning" };
}
