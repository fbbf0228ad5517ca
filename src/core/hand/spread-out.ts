import type { Triple } from "../volume/grid.ts";

/** Å between neighbouring candidates, and the most that are kept. */
const SPACING = 2.5;
export const MOST_CANDIDATES = 500;
/** Distances on the limit count as within it, whatever their rounding. */
const TOLERANCE = 1e-6;

/** Voxels with their tubeness, by descending tubeness. */
export interface RidgeVoxels {
  readonly indices: Uint32Array;
  readonly tubeness: Float32Array;
}

/**
 * Indices of the best voxels of which none lies within {@link SPACING} of a better one. Equal ones stand or fall together,
 * so that the choice does not depend on the order of the axes.
 */
export function spreadOut({ indices, tubeness }: RidgeVoxels, grid: { box: Triple; spacing: Triple }): number[] {
  const ball = neighbours(grid.spacing);
  const taken = new Set<number>();
  const kept: number[] = [];
  for (let start = 0, end = 0; start < indices.length && kept.length < MOST_CANDIDATES; start = end) {
    end = start + 1;
    while (end < indices.length && tubeness[end] === tubeness[start]) end++;
    const free = Array.from(indices.subarray(start, end)).filter((index) => !taken.has(index));
    if (kept.length + free.length > MOST_CANDIDATES) break;
    for (const index of free) takeAround(taken, index, { box: grid.box, ball });
    kept.push(...free);
  }
  return kept;
}

/** Voxels that one candidate can take out of the list at most. */
export function ballSize(spacing: Triple): number {
  return neighbours(spacing).length;
}

function neighbours([hx, hy, hz]: Triple): Triple[] {
  const limit = SPACING + TOLERANCE;
  const reach = (h: number) => Math.floor(limit / h);
  const found: Triple[] = [];
  for (let z = -reach(hz); z <= reach(hz); z++) {
    for (let y = -reach(hy); y <= reach(hy); y++) {
      for (let x = -reach(hx); x <= reach(hx); x++) {
        const squared = x * hx * (x * hx) + y * hy * (y * hy) + z * hz * (z * hz);
        if (squared <= limit * limit) found.push([x, y, z]);
      }
    }
  }
  return found;
}

function takeAround(taken: Set<number>, index: number, { box, ball }: { box: Triple; ball: readonly Triple[] }): void {
  const [nx, ny, nz] = box;
  const [x, y, z] = [index % nx, Math.floor(index / nx) % ny, Math.floor(index / (nx * ny))];
  for (const [dx, dy, dz] of ball) {
    taken.add((((z + dz + nz) % nz) * ny + ((y + dy + ny) % ny)) * nx + ((x + dx + nx) % nx));
  }
}
