import type { Axis, Triple } from "../src/core/volume/grid.ts";
import type { FigureSlice, SliceFigure } from "../src/report/figures.ts";

/** The value of a volume at a voxel. */
export type ValueAt = (x: number, y: number, z: number) => number;

/** Three orthogonal slices of any volume that can tell its values. Allocates the pictures only. */
export function sliceFigure(box: Triple, indices: Triple, valueAt: ValueAt): SliceFigure {
  const [x, y, z] = indices;
  const slices = [
    sliceOf(box, { axis: "x", index: x }, valueAt),
    sliceOf(box, { axis: "y", index: y }, valueAt),
    sliceOf(box, { axis: "z", index: z }, valueAt),
  ] as const;
  return { indices, slices };
}

/** One slice in display orientation: z: x right, y up; x: y right, z up; y: z right, x down (ALGORITHMS, as VRS shows them). */
export function sliceOf(
  [nx, ny, nz]: Triple,
  { axis, index }: { axis: Axis; index: number },
  valueAt: ValueAt,
): FigureSlice {
  if (axis === "z") return picture(nx, ny, (column, row) => valueAt(column, ny - 1 - row, index));
  if (axis === "x") return picture(ny, nz, (column, row) => valueAt(index, column, nz - 1 - row));
  return picture(nz, nx, (column, row) => valueAt(row, index, column));
}

function picture(width: number, height: number, valueAt: (column: number, row: number) => number): FigureSlice {
  const values = new Float32Array(width * height);
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) values[i] = valueAt(column, row);
  }
  return { width, height, values };
}
