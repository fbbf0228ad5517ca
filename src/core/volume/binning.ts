import { eachAxis, type Grid, type Volume } from "./grid.ts";

/**
 * The grid whose voxels are blocks of `factor`³ voxels of another: ⌊N/factor⌋ of them along each axis, each at the middle
 * of its block, so that a place in Å is the same on both grids. What is left over at the far faces is cut off.
 */
export function binnedGrid({ box, voxelSize, origin }: Grid, factor: number): Grid {
  return {
    box: eachAxis((k) => Math.floor(box[k] / factor)),
    voxelSize: eachAxis((k) => voxelSize[k] * factor),
    origin: eachAxis((k) => origin[k] + (voxelSize[k] * (factor - 1)) / 2),
  };
}

/**
 * Fills `binned`, a volume on {@link binnedGrid}, with the mean of each block of `factor`³ voxels; in place, the map is only
 * read. `factor` is a whole number of at least 1. For pictures: no result is measured on it.
 */
export function binVolume({ grid, voxels }: Volume, factor: number, binned: Float32Array): void {
  const [nx, ny] = grid.box;
  const [width, height, depth] = binnedGrid(grid, factor).box;
  const row = new Float64Array(width);
  const share = 1 / (factor * factor * factor);
  for (let z = 0, target = 0; z < depth; z++) {
    for (let y = 0; y < height; y++, target += width) {
      row.fill(0);
      for (let line = 0; line < factor * factor; line++) {
        const inner = line % factor;
        const start = ((z * factor + (line - inner) / factor) * ny + y * factor + inner) * nx;
        addLine(row, voxels, { start, factor });
      }
      for (let x = 0; x < width; x++) binned[target + x] = row[x]! * share;
    }
  }
}

function addLine(row: Float64Array, voxels: Float32Array, { start, factor }: { start: number; factor: number }): void {
  let source = start;
  for (let x = 0; x < row.length; x++) {
    let sum = 0;
    for (const end = source + factor; source < end; ) sum += voxels[source++]!;
    row[x] = row[x]! + sum;
  }
}
