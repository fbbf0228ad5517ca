import { MapError } from "../errors.ts";
import { AXES, type Axis, type Grid, type Triple } from "./grid.ts";

/** A slice or projection as it is shown: rows from the top, map units (or their sums along a column). */
export interface DisplaySlice {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Values that can be sliced: a map's voxels, or a mask's bytes. */
export interface Sliceable {
  readonly grid: Pick<Grid, "box">;
  readonly voxels: Float32Array | Uint8Array;
}

/**
 * The voxels of one plane in display orientation, the three planes as three views of one body, none mirrored:
 * across z: x right, y up; across x: y right, z up; across y: z right, x down (as VRS and ChimeraX's views 3, 1, 2).
 * Allocates the values; the volume is only read.
 *
 * @param index 0-based along the axis.
 * @throws MapError `parameter.invalid` if the index is outside the box.
 */
export function extractSlice({ grid, voxels }: Sliceable, axis: Axis, index: number): DisplaySlice {
  const [nx, ny] = grid.box;
  const count = grid.box[AXES.indexOf(axis)]!;
  if (!Number.isInteger(index) || index < 0 || index >= count) {
    const sentence = `There is no slice ${index} along ${axis}: choose one from 0 to ${count - 1}.`;
    throw new MapError("parameter.invalid", sentence, { axis, index, count });
  }
  const plane = nx * ny;
  if (axis === "x") return arrange(voxels, grid.box, { axis, start: index, column: nx, row: plane });
  if (axis === "y") return arrange(voxels, grid.box, { axis, start: index * nx, column: 1, row: plane });
  return arrange(voxels, grid.box, { axis, start: index * plane, column: 1, row: nx });
}

/**
 * A projection along an axis in the display orientation of {@link extractSlice}. Allocates.
 *
 * @param sums in source order: along z `[y][x]`, along x `[z][y]`, along y `[z][x]`, last index fastest.
 */
export function orientProjection(
  sums: Float32Array | Float64Array,
  axis: Axis,
  { box }: { box: Triple },
): DisplaySlice {
  return arrange(sums, box, { axis, start: 0, column: 1, row: axis === "x" ? box[1] : box[0] });
}

/** Where a plane lies in an array: the steps from one column, and from one row, to the next, as stored. */
interface PlaneLayout {
  readonly axis: Axis;
  readonly start: number;
  readonly column: number;
  readonly row: number;
}

type Source = Float32Array | Float64Array | Uint8Array;

function arrange(source: Source, box: Triple, layout: PlaneLayout): DisplaySlice {
  const { axis, start, column, row } = layout;
  const columns = axis === "x" ? box[1] : box[0];
  const rows = axis === "z" ? box[1] : box[2];
  // Across y the picture is the transpose; across x and z the stored rows go from the bottom up.
  if (axis === "y") return read(source, { width: rows, height: columns, first: start, right: row, down: column });
  return read(source, { width: columns, height: rows, first: start + (rows - 1) * row, right: column, down: -row });
}

interface Walk {
  readonly width: number;
  readonly height: number;
  readonly first: number;
  readonly right: number;
  readonly down: number;
}

function read(source: Source, { width, height, first, right, down }: Walk): DisplaySlice {
  const values = new Float32Array(width * height);
  let target = 0;
  for (let y = 0; y < height; y++) {
    let from = first + y * down;
    for (let x = 0; x < width; x++, from += right) values[target++] = source[from]!;
  }
  return { width, height, values };
}
