import { formatLevel } from "../../core/format/numbers.ts";
import type { MassCurveRow } from "../../core/volume/components.ts";
import type { PlotSpec } from "./plot.ts";

/** Voxels above each contour level on a logarithmic axis, with the level in use. `null` for a curve without a voxel. */
export function massCurvePlot(rows: readonly MassCurveRow[], contourLevel: number): PlotSpec | null {
  const most = Math.max(0, ...rows.map((row) => row.voxels));
  if (most < 1) return null;
  const last = rows.at(-1)!.level;
  const rules =
    contourLevel > 0 && contourLevel <= last ? [{ at: contourLevel, label: formatLevel(contourLevel) }] : [];
  return {
    name: "mass-curve",
    description: "Voxels above a contour level, against the level",
    x: { label: "contour level", scale: "linear", range: [0, last] },
    y: { label: "voxels above the level", scale: "log", range: [1, decadeAbove(most)] },
    curves: [
      {
        name: "voxels above the level",
        colour: "curve-1",
        style: "solid",
        x: rows.map((row) => row.level),
        y: rows.map((row) => (row.voxels > 0 ? row.voxels : null)),
      },
    ],
    rules,
  };
}

/** The least power of ten, from 10, that is not below a value. */
export function decadeAbove(value: number): number {
  let decade = 10;
  while (decade < value) decade *= 10;
  return decade;
}
