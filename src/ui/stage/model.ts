import { formatDecimal, formatQuantity } from "../../core/format/numbers.ts";
import { findBackground } from "../../core/volume/contour-evidence.ts";
import type { Axis, Grid, Triple } from "../../core/volume/grid.ts";
import { AXES } from "../../core/volume/grid.ts";
import { histogramVoxels, levelReachedBy } from "../../core/volume/histogram.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import type { FigureSlice } from "../../report/figures.ts";
import { PLANES, pixelOf } from "../../view/slice-geometry.ts";
import { type DisplayWindow, windowAround } from "../../view/slice-look.ts";

/** Share of the box that is drawn white. */
const WHITE_SHARE = 0.001;

/** The map value of the solvent, which surrounds a slice. */
export function backgroundOf({ histogram }: OpenedMap): number {
  return findBackground(histogram).level;
}

/** The window of a map's slices as in the report: the solvent in the slice's own grey, the densest thousandth white. */
export function autoWindow(map: OpenedMap): DisplayWindow {
  const { histogram } = map;
  return windowAround(backgroundOf(map), levelReachedBy(histogram, WHITE_SHARE * histogramVoxels(histogram)));
}

/** Width over height of a slice as it lies in space. */
export function sliceAspect(axis: Axis, { box, voxelSize }: Grid): number {
  const side = (other: Axis) => box[AXES.indexOf(other)]! * voxelSize[AXES.indexOf(other)]!;
  const { right, vertical } = PLANES[axis];
  return side(right) / side(vertical);
}

/** Å across a slice, from left to right. */
export function sliceWidth(axis: Axis, { box, voxelSize }: Grid): number {
  const k = AXES.indexOf(PLANES[axis].right);
  return box[k]! * voxelSize[k]!;
}

/** The map value at a voxel, from the slice that holds it; `null` while another slice is shown. */
export function valueAt(
  axis: Axis,
  voxel: Triple,
  { slice, box }: { slice: FigureSlice | null; box: Triple },
): number | null {
  return slice && valueInSlice(slice, { axis, voxel, box });
}

/** The value of a slice at a voxel that it holds. */
export function valueInSlice(
  slice: FigureSlice,
  { axis, voxel, box }: { axis: Axis; voxel: Triple; box: Triple },
): number | null {
  const [column, row] = pixelOf(axis, voxel, box);
  return slice.values[row * slice.width + column] ?? null;
}

/** "129.3, 60.6, 40.4": the voxel's place in Å from voxel 0,0,0. */
export function placeText(voxel: Triple, { voxelSize }: Grid): string {
  return voxel.map((index, k) => formatDecimal(index * voxelSize[k]!, 1)).join(", ");
}

/** "Z slice 20 of 100, 40.4 Å". */
export function sliceLabel(axis: Axis, index: number, { box, voxelSize }: Grid): string {
  const k = AXES.indexOf(axis);
  const height = formatQuantity(index * voxelSize[k]!, "Å", { decimals: 1 });
  return `${axis.toUpperCase()} slice ${index}, 0 to ${box[k]! - 1}, at ${height}`;
}
