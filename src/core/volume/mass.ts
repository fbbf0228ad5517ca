import type { Axis, Grid, Triple } from "./grid.ts";
import { AXES } from "./grid.ts";

/** First and last index of the hard mask along each axis. */
export type MaskExtent = Readonly<Record<Axis, readonly [first: number, last: number]>>;

/** One reading of where the molecule sits in its box. */
export interface MassPosition {
  /** Å of empty space to the left and right of the hard mask. */
  readonly margins: Readonly<Record<Axis, readonly [left: number, right: number]>>;
  /** Percent of the box. */
  readonly decentering: Readonly<Record<Axis, number>>;
  /** Voxels, from index 0; `null` where the weights sum to zero. */
  readonly centerOfMass: readonly (number | null)[];
  /** Percent of the box, x, y, z. */
  readonly centerOfMassDecentering: readonly (number | null)[];
}

/** Check 0.a. `maskExtent` is `null` for an empty hard mask. */
export interface MassMeasurements {
  readonly maskExtent: MaskExtent | null;
  readonly corrected: MassPosition | null;
  readonly vrs: MassPosition | null;
}

/** Weighted sums of one distribution of mass: Σw, and Σ i·w along x, y, z (voxel index from 0). */
export interface MassMoments {
  readonly total: number;
  readonly first: Triple;
}

/** What the volume yields for check 0.a. */
export interface MassFacts {
  readonly grid: Grid;
  readonly extent: MaskExtent | null;
  /** Of the whole signed map. */
  readonly wholeMap: MassMoments;
  /** Of max(V, 0) inside the hard mask. */
  readonly insideMask: MassMoments;
}

/**
 * Position of the molecule in its box in both readings (ALGORITHMS: margins, decentering, centre of mass).
 *
 * `vrs`: right margin `N − i1` (one voxel too many), x voxel size on every axis, centre of mass of the whole signed map
 * about N/2. `corrected`: `N − 1 − i1`, each axis's own voxel size, mass of max(V, 0) inside the mask about ⌊N/2⌋.
 */
export function measureMass(facts: MassFacts): MassMeasurements {
  const { extent } = facts;
  if (!extent) return { maskExtent: null, corrected: null, vrs: null };
  return { maskExtent: extent, corrected: correctedPosition(facts, extent), vrs: vrsPosition(facts, extent) };
}

function correctedPosition({ grid, insideMask }: MassFacts, extent: MaskExtent): MassPosition {
  const center = centerOfMass(insideMask);
  return {
    margins: perAxis((axis, k) => {
      const [first, last] = extent[axis];
      return [grid.voxelSize[k]! * first, grid.voxelSize[k]! * (grid.box[k]! - 1 - last)] as const;
    }),
    decentering: perAxis((axis, k) => {
      const n = grid.box[k]!;
      return (100 * Math.abs(extent[axis][0] + extent[axis][1] - 2 * Math.floor(n / 2))) / n;
    }),
    centerOfMass: center,
    centerOfMassDecentering: center.map((c, k) => offCenter(c, Math.floor(grid.box[k]! / 2), grid.box[k]!)),
  };
}

function vrsPosition({ grid, wholeMap }: MassFacts, extent: MaskExtent): MassPosition {
  const size = grid.voxelSize[0];
  const center = centerOfMass(wholeMap);
  const margins = perAxis((axis, k) => [size * extent[axis][0], size * (grid.box[k]! - extent[axis][1])] as const);
  return {
    margins,
    decentering: perAxis((axis, k) => (100 * Math.abs(margins[axis][1] - margins[axis][0])) / (size * grid.box[k]!)),
    centerOfMass: center,
    centerOfMassDecentering: center.map((c, k) => offCenter(c, grid.box[k]! / 2, grid.box[k]!)),
  };
}

function centerOfMass({ total, first }: MassMoments): (number | null)[] {
  return first.map((sum) => finite(sum / total));
}

function offCenter(center: number | null, middle: number, n: number): number | null {
  return center === null ? null : (100 * Math.abs(center - middle)) / n;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function perAxis<T>(value: (axis: Axis, k: number) => T): Record<Axis, T> {
  const [x, y, z] = AXES.map(value) as [T, T, T];
  return { x, y, z };
}
