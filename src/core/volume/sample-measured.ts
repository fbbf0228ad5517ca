import type { Grid, Triple } from "./grid.ts";

/** Values measured voxel by voxel on a grid of their own. */
export interface MeasuredVolume {
  readonly grid: Grid;
  /** x fastest. */
  readonly voxels: Float32Array;
  /** 1 where there is a value, else 0. */
  readonly mask: Uint8Array;
}

/**
 * The value of a measured volume at each of many places: trilinear between the voxels around it that hold a value, with
 * their weights scaled to a sum of 1; NaN where none of the eight does. For colours: no result is measured on it.
 *
 * @param places x, y, z of each place in voxel indices of `grid`; only read
 * @returns a value a place, in the volume's unit; the caller's
 */
export function sampleMeasured(
  volume: MeasuredVolume,
  places: Float32Array,
  grid: Pick<Grid, "voxelSize" | "origin">,
): Float32Array<ArrayBuffer> {
  const { voxelSize, origin } = volume.grid;
  const scale = (k: 0 | 1 | 2) => grid.voxelSize[k] / voxelSize[k];
  const shift = (k: 0 | 1 | 2) => (grid.origin[k] - origin[k]) / voxelSize[k];
  const scales: Triple = [scale(0), scale(1), scale(2)];
  const shifts: Triple = [shift(0), shift(1), shift(2)];
  const values = new Float32Array(places.length / 3);
  for (let i = 0; i < values.length; i++) {
    const x = places[3 * i]! * scales[0] + shifts[0];
    const y = places[3 * i + 1]! * scales[1] + shifts[1];
    const z = places[3 * i + 2]! * scales[2] + shifts[2];
    values[i] = valueAt(volume, x, y, z);
  }
  return values;
}

function valueAt({ grid, voxels, mask }: MeasuredVolume, x: number, y: number, z: number): number {
  const [nx, ny, nz] = grid.box;
  const [left, lower, near] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  let [sum, weight] = [0, 0];
  for (let corner = 0; corner < 8; corner++) {
    const i = left + (corner & 1);
    const j = lower + ((corner >> 1) & 1);
    const k = near + (corner >> 2);
    if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz) continue;
    const at = (k * ny + j) * nx + i;
    if (mask[at] !== 1) continue;
    const share = (1 - Math.abs(x - i)) * (1 - Math.abs(y - j)) * (1 - Math.abs(z - k));
    sum += share * voxels[at]!;
    weight += share;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}
