import type { Triple } from "../volume/grid.ts";
import { POINT } from "./grid-points.ts";
import type { EnergyRegion } from "./region.ts";

/** Values at the points inside the mask of a region's coarser grid, in the order of the points. */
export interface GridValues {
  readonly region: EnergyRegion;
  /** A byte of {@link POINT} a point. */
  readonly kinds: Uint8Array;
  readonly values: Float32Array;
}

/**
 * Values for the voxels of a mask, in raster order: linear between those of the eight points around a voxel that have one;
 * `otherwise` where none of them has. Allocates.
 */
export function valuesOfMask(
  { region, kinds, values }: GridValues,
  { mask, box, otherwise }: { mask: Uint8Array; box: Triple; otherwise: number },
): Float32Array {
  const field = scatter(kinds, values);
  const corners = [0, 1, 2].map((axis) => placeVoxels(region, axis as 0 | 1 | 2, box[axis]!)) as AxisPlaces[];
  const out: number[] = [];
  const [nx, ny, nz] = box;
  for (let z = 0, at = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++, at++) {
        if (mask[at] === 1) out.push(valueAt(field, { grid: region.grid, corners, voxel: [x, y, z] }) ?? otherwise);
      }
    }
  }
  return Float32Array.from(out);
}

function scatter(kinds: Uint8Array, values: Float32Array): Float32Array {
  let next = 0;
  return Float32Array.from(kinds, (kind) => (kind === POINT.inside ? values[next++]! : 0));
}

/** The point at or before each voxel of the map along an axis, and how far the voxel lies behind it, 0…1. */
interface AxisPlaces {
  readonly below: Int32Array;
  readonly beyond: Float64Array;
}

function placeVoxels({ start, box, grid }: EnergyRegion, axis: 0 | 1 | 2, voxels: number): AxisPlaces {
  const position = (i: number) => (i - start[axis]) * (grid[axis] / box[axis]);
  const below = Int32Array.from({ length: voxels }, (_, i) => Math.floor(position(i)));
  return { below, beyond: Float64Array.from(below, (point, i) => position(i) - point) };
}

interface Place {
  readonly grid: Triple;
  readonly corners: readonly AxisPlaces[];
  readonly voxel: Triple;
}

/** A local resolution is above 0, so 0 stands for a point without one. */
function valueAt(field: Float32Array, { grid: [gx, gy, gz], corners, voxel: [x, y, z] }: Place): number | null {
  const [along, up, deep] = corners as [AxisPlaces, AxisPlaces, AxisPlaces];
  let [sum, total] = [0, 0];
  for (let corner = 0; corner < 8; corner++) {
    const [dx, dy, dz] = [corner & 1, (corner >> 1) & 1, corner >> 2];
    const [px, py, pz] = [along.below[x]! + dx, up.below[y]! + dy, deep.below[z]! + dz];
    if (px < 0 || py < 0 || pz < 0 || px >= gx || py >= gy || pz >= gz) continue;
    const value = field[(pz * gy + py) * gx + px]!;
    if (value === 0) continue;
    const weight = share(along.beyond[x]!, dx) * share(up.beyond[y]!, dy) * share(deep.beyond[z]!, dz);
    sum += weight * value;
    total += weight;
  }
  return total > 0 ? sum / total : null;
}

function share(beyond: number, next: number): number {
  return next === 1 ? beyond : 1 - beyond;
}
