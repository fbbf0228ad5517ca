import type { Grid, Triple } from "../volume/grid.ts";
import { voxelCount } from "../volume/grid.ts";
import { type EnergyRegion, type GridAxis, placeGrid } from "./region.ts";

/** Å from the mask at which the background begins. */
const BACKGROUND_DISTANCE = 6;
/** Fewer points than this are no background. */
const MIN_BACKGROUND = 100;
/** A background whose median deviation is below this share of the mask's rms deviation is constant. */
const EMPTY_SHARE = 1e-3;

/** What a point of the coarser grid counts as. */
export const POINT = { neither: 0, inside: 1, background: 2 } as const;

/** The coarser grid of a region: a byte of {@link POINT} for each point, and how many there are of each. */
export interface SortedPoints {
  readonly kinds: Uint8Array;
  readonly inside: number;
  /** 0 where the map has no background to speak of: too small, or constant, as in a masked map. */
  readonly background: number;
}

interface Source {
  readonly grid: Pick<Grid, "box" | "voxelSize">;
  readonly voxels: Float32Array;
  readonly mask: Uint8Array;
  /** Map value of the background. */
  readonly level: number;
}

/**
 * Sorts the points of the coarser grid by the nearest voxel of the map: inside the mask; background, 6 Å or more from any
 * point of the mask and 10 Å from the faces of the region; or neither. Allocates.
 */
export function sortPoints(region: EnergyRegion, { grid, voxels, mask, level }: Source): SortedPoints {
  const axes = [0, 1, 2].map((k) => placeGrid(region, k as 0 | 1 | 2, grid.box[k]!)) as [GridAxis, GridAxis, GridAxis];
  const kinds = new Uint8Array(voxelCount(region.grid)).fill(POINT.background);
  const deviations = new Float32Array(kinds.length);
  let inside = 0;
  let squares = 0;
  forEachPoint(region.grid, ([x, y, z], at) => {
    const [vx, vy, vz] = [axes[0].voxels[x]!, axes[1].voxels[y]!, axes[2].voxels[z]!];
    if (vx < 0 || vy < 0 || vz < 0) {
      kinds[at] = POINT.neither;
      return;
    }
    const voxel = (vz * grid.box[1] + vy) * grid.box[0] + vx;
    const deviation = Math.abs(voxels[voxel]! - level);
    deviations[at] = deviation;
    if (mask[voxel] === 1) {
      kinds[at] = POINT.inside;
      inside++;
      squares += deviation * deviation;
    } else if (!(axes[0].clear[x] && axes[1].clear[y] && axes[2].clear[z])) {
      kinds[at] = POINT.neither;
    }
  });
  clearAroundMask(region, kinds);
  const background = judgeBackground(kinds, { deviations, least: EMPTY_SHARE * Math.sqrt(squares / inside) });
  return { kinds, inside, background };
}

/** Takes back what lies within 6 Å of the mask. */
function clearAroundMask({ grid, lengths }: EnergyRegion, kinds: Uint8Array): void {
  const spacing = grid.map((points, axis) => lengths[axis]! / points) as [number, number, number];
  const near = offsetsWithin(BACKGROUND_DISTANCE, spacing);
  const [nx, ny, nz] = grid;
  const isInside = (x: number, y: number, z: number) =>
    x >= 0 && y >= 0 && z >= 0 && x < nx && y < ny && z < nz && kinds[(z * ny + y) * nx + x] === POINT.inside;
  forEachPoint(grid, ([x, y, z], at) => {
    if (kinds[at] !== POINT.inside) return;
    const surrounded =
      isInside(x - 1, y, z) &&
      isInside(x + 1, y, z) &&
      isInside(x, y - 1, z) &&
      isInside(x, y + 1, z) &&
      isInside(x, y, z - 1) &&
      isInside(x, y, z + 1);
    if (surrounded) return;
    for (const [dx, dy, dz] of near) {
      const [px, py, pz] = [x + dx, y + dy, z + dz];
      if (px < 0 || py < 0 || pz < 0 || px >= nx || py >= ny || pz >= nz) continue;
      const other = (pz * ny + py) * nx + px;
      if (kinds[other] === POINT.background) kinds[other] = POINT.neither;
    }
  });
}

function offsetsWithin(distance: number, spacing: Triple): Triple[] {
  const reach = spacing.map((step) => Math.floor(distance / step + 1e-9)) as [number, number, number];
  const offsets: Triple[] = [];
  for (let z = -reach[2]; z <= reach[2]; z++) {
    for (let y = -reach[1]; y <= reach[1]; y++) {
      for (let x = -reach[0]; x <= reach[0]; x++) {
        const [a, b, c] = [x * spacing[0], y * spacing[1], z * spacing[2]];
        if (Math.sqrt(a * a + b * b + c * c) <= distance) offsets.push([x, y, z]);
      }
    }
  }
  return offsets;
}

/** How many points the background has; a background that is none is taken back. */
function judgeBackground(kinds: Uint8Array, limits: { deviations: Float32Array; least: number }): number {
  const values = limits.deviations.filter((_, at) => kinds[at] === POINT.background).sort();
  const half = Math.floor(values.length / 2);
  const median = values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
  if (values.length >= MIN_BACKGROUND && median >= limits.least) return values.length;
  kinds.forEach((kind, at) => {
    if (kind === POINT.background) kinds[at] = POINT.neither;
  });
  return 0;
}

function forEachPoint([nx, ny, nz]: Triple, visit: (point: Triple, at: number) => void): void {
  let at = 0;
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      for (let x = 0; x < nx; x++) visit([x, y, z], at++);
    }
  }
}
