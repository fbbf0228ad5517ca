import type { Triple } from "../volume/grid.ts";
import { voxelCount } from "../volume/grid.ts";

/** Å from the mask at which the rings about it end; 6 Å itself still belongs to the third. */
const ENDS = [2.5, 5, 6 * (1 + Number.EPSILON), 8, 12] as const;

/** Rings about a mask, by distance d to its nearest point in Å. */
export const RING = { inside: 0, to2_5: 1, to5: 2, to6: 3, to8: 4, to12: 5, beyond: 6 } as const;

/**
 * The ring of every point of a grid about the points that are inside: d < 2.5, d < 5, d ≤ 6, d < 8, d < 12 or beyond.
 * Only points of the surface are looked around from. Allocates a byte a point. @param spacing Å between points
 */
export function ringsAround(
  isInside: (at: number) => boolean,
  { grid, spacing }: { grid: Triple; spacing: Triple },
): Uint8Array {
  const rings = new Uint8Array(voxelCount(grid)).fill(RING.beyond);
  for (let at = 0; at < rings.length; at++) if (isInside(at)) rings[at] = RING.inside;
  const near = offsetsWithin(ENDS[ENDS.length - 1]!, spacing);
  for (let at = 0; at < rings.length; at++) {
    if (rings[at] === RING.inside && isSurface(rings, grid, at)) lower(rings, { grid, at, near });
  }
  return rings;
}

interface Offset {
  readonly step: Triple;
  readonly ring: number;
}

function offsetsWithin(distance: number, spacing: Triple): Offset[] {
  const [x, y, z] = spacing.map((step) => Math.floor(distance / step)) as [number, number, number];
  const offsets: Offset[] = [];
  for (let dz = -z; dz <= z; dz++) {
    for (let dy = -y; dy <= y; dy++) {
      for (let dx = -x; dx <= x; dx++) {
        const [a, b, c] = [dx * spacing[0], dy * spacing[1], dz * spacing[2]];
        const ring = ringAt(Math.sqrt(a * a + b * b + c * c));
        if (ring < RING.beyond) offsets.push({ step: [dx, dy, dz], ring });
      }
    }
  }
  return offsets;
}

function ringAt(distance: number): number {
  const passed = ENDS.findIndex((end) => distance < end);
  return passed < 0 ? RING.beyond : passed + 1;
}

/** Whether a face of the point does not look at a point inside. */
function isSurface(rings: Uint8Array, [nx, ny, nz]: Triple, at: number): boolean {
  const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
  if (x === 0 || y === 0 || z === 0 || x === nx - 1 || y === ny - 1 || z === nz - 1) return true;
  return [1, nx, nx * ny].some((step) => rings[at - step] !== RING.inside || rings[at + step] !== RING.inside);
}

/** Lowers the rings of the points about one. */
function lower(
  rings: Uint8Array,
  { grid: [nx, ny, nz], at, near }: { grid: Triple; at: number; near: readonly Offset[] },
): void {
  const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
  for (const { step, ring } of near) {
    const [px, py, pz] = [x + step[0], y + step[1], z + step[2]];
    if (px < 0 || py < 0 || pz < 0 || px >= nx || py >= ny || pz >= nz) continue;
    const other = (pz * ny + py) * nx + px;
    if (rings[other]! > ring) rings[other] = ring;
  }
}
