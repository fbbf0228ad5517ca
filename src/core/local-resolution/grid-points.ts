import { medianInPlace } from "../math/median.ts";
import type { Grid, Triple } from "../volume/grid.ts";
import { voxelCount } from "../volume/grid.ts";
import { type EnergyRegion, type GridAxis, placeGrid, spacingOf } from "./region.ts";
import { RING, ringsAround } from "./rings.ts";

/** Fewer points than this are no background, and no shell. */
const MIN_BACKGROUND = 100;
const MIN_SHELL = 21;
/** A deviation below this share of the mask's rms deviation is none. */
const EMPTY_SHARE = 1e-3;

/** What a point of the coarser grid counts as. */
export const POINT = { neither: 0, inside: 1, background: 2 } as const;

/** Shells about the mask: up to 2.5, 5, 8 and 12 Å from it. */
export const SHELLS = 4;
const SHELL_OF_RING = [0, 1, 2, 3, 3, 4, 0] as const;

/** The coarser grid of a region: what each point counts as, and how many there are of each kind. */
export interface SortedPoints {
  /** A byte of {@link POINT} a point. */
  readonly kinds: Uint8Array;
  /** 1 to 4 in the shells about the mask, where the map is not constant; else 0. */
  readonly shells: Uint8Array;
  readonly inside: number;
  /** 0 where the map has no background to speak of: too small, or constant, as in a masked map. */
  readonly background: number;
  /** Points in each shell; 0 where there are too few. */
  readonly around: readonly number[];
}

interface Source {
  readonly grid: Pick<Grid, "box" | "voxelSize">;
  readonly voxels: Float32Array;
  readonly mask: Uint8Array;
  /** Map value of the background. */
  readonly level: number;
}

/**
 * Sorts the points of the coarser grid by the nearest voxel of the map: inside the mask; in a shell about it; background,
 * more than 6 Å from any point of the mask and 10 Å from the faces of the region; or none of these. Allocates.
 */
export function sortPoints(region: EnergyRegion, source: Source): SortedPoints {
  const { kinds, deviations, inside, least } = lookUp(region, source);
  const places = { grid: region.grid, spacing: spacingOf(region) };
  const rings = ringsAround((at) => kinds[at] === POINT.inside, places);
  const shells = new Uint8Array(kinds.length);
  const around = new Array<number>(SHELLS).fill(0);
  for (let at = 0; at < kinds.length; at++) {
    if (kinds[at] === POINT.background && rings[at]! <= RING.to6) kinds[at] = POINT.neither;
    const shell = deviations[at]! >= least ? SHELL_OF_RING[rings[at]!]! : 0;
    if (shell === 0) continue;
    shells[at] = shell;
    around[shell - 1]!++;
  }
  const enough = around.map((count) => (count < MIN_SHELL ? 0 : count));
  return { kinds, shells, inside, background: judgeBackground(kinds, { deviations, least }), around: enough };
}

interface LookedUp {
  readonly kinds: Uint8Array;
  /** Of the nearest voxel from the level; −1 beyond the map. */
  readonly deviations: Float32Array;
  readonly inside: number;
  /** Deviation below which the map counts as constant. */
  readonly least: number;
}

/** What is inside, and what lies far enough from the faces of the region. */
function lookUp(region: EnergyRegion, { grid, voxels, mask, level }: Source): LookedUp {
  const axes = [0, 1, 2].map((k) => placeGrid(region, k as 0 | 1 | 2, grid.box[k]!)) as [GridAxis, GridAxis, GridAxis];
  const kinds = new Uint8Array(voxelCount(region.grid)).fill(POINT.background);
  const deviations = new Float32Array(kinds.length).fill(-1);
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
  return { kinds, deviations, inside, least: EMPTY_SHARE * Math.sqrt(squares / inside) };
}

/** How many points the background has; a background that is none is taken back. */
function judgeBackground(kinds: Uint8Array, limits: { deviations: Float32Array; least: number }): number {
  const values = limits.deviations.filter((_, at) => kinds[at] === POINT.background);
  if (values.length >= MIN_BACKGROUND && medianInPlace(values) >= limits.least) return values.length;
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
