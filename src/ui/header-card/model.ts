import { formatDecimal, formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import type { Diagnosis } from "../../report/report.ts";
import { boxText, modeText, voxelSizeText } from "../facts/model.ts";
import type { MarkState } from "../hallmark/Mark.tsx";

export interface HeaderFact {
  readonly name: string;
  readonly value: string;
}

/** What the header and a first pass over the voxels say. */
export function headerFacts(map: OpenedMap): HeaderFact[] {
  const { header, statistics, grid } = map;
  const cubic = grid.voxelSize.every((side) => side === grid.voxelSize[0]);
  return [
    { name: "Box", value: boxText(grid.box) },
    { name: "Values", value: `${formatLevel(statistics.min)} to ${formatLevel(statistics.max)}` },
    { name: "Voxel", value: `${voxelSizeText(grid)}${cubic ? ", cubic" : ""}` },
    { name: "Mean", value: formatLevel(statistics.mean) },
    { name: "Mode", value: `${map.mode}, ${modeText(map.mode)}` },
    { name: "σ", value: formatLevel(statistics.std) },
    { name: "Axes", value: axisText([header.mapc, header.mapr, header.maps]) },
    {
      name: "Start",
      value: [header.nxstart, header.nystart, header.nzstart].map((n) => formatDecimal(n, 0)).join(", "),
    },
  ];
}

/** "x, y, z": columns, rows and sections by name. */
export function axisText(order: readonly number[]): string {
  return order.map((axis) => ["x", "y", "z"][axis - 1] ?? "–").join(", ");
}

/** The mark beside a line of the diagnosis: what was repaired is for information. */
export function diagnosisMark({ code, severity }: Diagnosis): MarkState {
  if (code === "sound") return "ok";
  return severity === "warning" ? "warning" : "informative";
}
