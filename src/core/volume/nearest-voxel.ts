import type { Grid } from "./grid.ts";

/**
 * For the voxels of one grid along x, y and z, the nearest voxel of another along that axis; −1 where it has none there
 * (farther than half a voxel outside). Halves go up. Allocates.
 */
export function nearestVoxel(from: Grid, to: Grid): readonly [Int32Array, Int32Array, Int32Array] {
  return [alongAxis(from, to, 0), alongAxis(from, to, 1), alongAxis(from, to, 2)];
}

function alongAxis(from: Grid, to: Grid, axis: 0 | 1 | 2): Int32Array {
  return Int32Array.from({ length: from.box[axis] }, (_, i) => {
    const position = from.origin[axis] + i * from.voxelSize[axis] - to.origin[axis];
    const nearest = Math.floor(position / to.voxelSize[axis] + 0.5);
    return nearest >= 0 && nearest < to.box[axis] ? nearest : -1;
  });
}
