import type { Axis, Triple } from "../../../src/core/volume/grid.ts";
import type { MaskExtent } from "../../../src/core/volume/mass.ts";

/** Voxels set in each slice along x, y, z. */
export type MaskCounts = Readonly<Record<Axis, Uint32Array>>;

/** Slice counts from the counts of every plane, z = 0 first, each as `maskPlaneCounts` wrote it (ny rows, nx columns). */
export function combineMaskCounts({ box, planes }: { box: Triple; planes: Uint32Array }): MaskCounts {
  const [nx, ny, nz] = box;
  const counts = { x: new Uint32Array(nx), y: new Uint32Array(ny), z: new Uint32Array(nz) };
  for (let k = 0; k < nz; k++) {
    const plane = planes.subarray(k * (nx + ny));
    for (let i = 0; i < nx; i++) counts.x[i]! += plane[ny + i]!;
    for (let j = 0; j < ny; j++) {
      counts.y[j]! += plane[j]!;
      counts.z[k]! += plane[j]!;
    }
  }
  return counts;
}

/** First and last slice that holds any voxel of the mask, per axis; `null` for an empty mask. */
export function maskExtent({ x, y, z }: MaskCounts): MaskExtent | null {
  if (z.every((count) => count === 0)) return null;
  return { x: spanOf(x), y: spanOf(y), z: spanOf(z) };
}

function spanOf(counts: Uint32Array): readonly [number, number] {
  return [counts.findIndex((count) => count > 0), counts.findLastIndex((count) => count > 0)];
}
