import { type Grid, voxelCount } from "./grid.ts";

/** A row of the component table. */
export interface ComponentRow {
  readonly voxels: number;
  /** Å³. */
  readonly volume: number;
  /** Percent of the raw mask. */
  readonly percent: number;
  readonly cumulativePercent: number;
}

/** A row of the table of enclosed mass against contour level. */
export interface MassCurveRow {
  readonly level: number;
  /** Voxels above the level (strictly). */
  readonly voxels: number;
  /** kDa, at 1.207 Å³/Da. */
  readonly mass: number;
  /** Amino acids of 110 Da. */
  readonly residues: number;
}

/** Check 0.b. Volumes in Å³; `null` where nothing remains. */
export interface MaskMeasurements {
  readonly componentCount: number;
  readonly rawVoxels: number;
  readonly rawVolume: number;
  readonly components: readonly ComponentRow[];
  readonly componentsTo95: number;
  readonly remaining: {
    readonly count: number;
    readonly voxels: number;
    readonly meanVoxels: number | null;
    readonly largestVoxels: number | null;
    readonly smallestVoxels: number | null;
  };
  readonly corrected: { readonly remainingMeanVolume: number | null };
  readonly vrs: {
    readonly remainingMeanVolume: number | null;
    /** The sizes between which VRS says that the remaining components lie, voxels. */
    readonly printedFrom: number;
    readonly printedTo: number;
  };
  readonly massCurve: readonly MassCurveRow[];
  readonly constructed: {
    readonly voxels: number;
    readonly volume: number;
    readonly dilationSteps: number;
    /** Share of the raw mask inside the hard mask, 0…1. */
    readonly overlap: number;
  };
}

/** What the volume yields for check 0.b. */
export interface MaskFacts {
  readonly grid: Grid;
  /** Voxels of each 26-connected component, in any order. */
  readonly componentSizes: ArrayLike<number>;
  /** Levels of the mass curve and the voxels strictly above each. */
  readonly levels: readonly number[];
  readonly voxelsAbove: ArrayLike<number>;
  readonly hardVoxels: number;
  /** Voxels in both the raw and the hard mask. */
  readonly overlapVoxels: number;
  readonly dilationSteps: number;
}

/** Molecular volume of protein, Å³ per kDa and per residue (1.207 Å³/Da; 110 Da). */
export const VOLUME_PER_KILODALTON = 1207;
const VOLUME_PER_RESIDUE = 110 * 1.207;
const TABLE_ROWS = 100;
const MAJORITY = 0.95;

/** Voxel steps that the largest component is dilated by: ⌈2 Å / voxel size⌉. */
export function dilationSteps(voxelSize: number): number {
  return Math.ceil(2 / voxelSize);
}

/**
 * Levels of the mass curve: `step, 2 step, …` below the maximum with `step = max/25`, as numpy's
 * `arange(step, max, step)` lays them out: 24 rows, 25 where rounding makes it so. Empty for a maximum of 0.
 */
export function massCurveLevels(maximum: number): number[] {
  const step = maximum / 25;
  const rows = step === 0 ? 0 : Math.max(0, Math.ceil((maximum - step) / step));
  return Array.from({ length: rows }, (_, i) => step + i * step);
}

/**
 * The composition of the raw mask and of the constructed (hard) mask. Components are counted without the background;
 * they are listed, largest first, to 95 % of the mass or 100 rows. The `vrs` mean volume of what remains is one voxel
 * (VRS divides a number by itself).
 */
export function measureMask(facts: MaskFacts): MaskMeasurements {
  const voxelVolume = volumeOfVoxel(facts.grid);
  const sizes = Float64Array.from(facts.componentSizes).sort().reverse();
  const rawVoxels = sizes.reduce((sum, n) => sum + n, 0);
  const { rows, count, listed } = leadingComponents(sizes, rawVoxels, voxelVolume);
  const rest = sizes.subarray(count);
  const restVoxels = rawVoxels - listed;
  const meanVoxels = rest.length > 0 ? restVoxels / rest.length : null;
  return {
    componentCount: sizes.length,
    rawVoxels,
    rawVolume: rawVoxels * voxelVolume,
    components: rows,
    componentsTo95: count,
    remaining: {
      count: rest.length,
      voxels: restVoxels,
      meanVoxels,
      largestVoxels: rest.at(0) ?? null,
      smallestVoxels: rest.at(-1) ?? null,
    },
    corrected: { remainingMeanVolume: meanVoxels === null ? null : meanVoxels * voxelVolume },
    vrs: {
      remainingMeanVolume: meanVoxels === null ? null : cubeOf(facts.grid.voxelSize[0]),
      ...printedSizes(sizes, voxelCount(facts.grid.box) - rawVoxels),
    },
    massCurve: facts.levels.map((level, i) => massCurveRow(level, facts.voxelsAbove[i] ?? 0, voxelVolume)),
    constructed: {
      voxels: facts.hardVoxels,
      volume: facts.hardVoxels * voxelVolume,
      dilationSteps: facts.dilationSteps,
      overlap: facts.overlapVoxels / rawVoxels,
    },
  };
}

/**
 * VRS sorts the background among the components and counts it when it walks down to 95 % of the mass; it then prints the
 * entry before the next as the largest remaining, and the last of the list, which may be the background, as the smallest.
 */
function printedSizes(sizes: Float64Array, background: number): { printedFrom: number; printedTo: number } {
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const labels = [...sizes, background].sort((a, b) => b - a);
  const place = labels.indexOf(background);
  let [listed, visited] = [0, 0];
  while (visited < labels.length && listed / total < MAJORITY) {
    if (visited !== place) listed += labels[visited]!;
    visited++;
  }
  return { printedFrom: labels[visited - 1] ?? background, printedTo: labels.at(-1)! };
}

function cubeOf(edge: number): number {
  return edge * edge * edge;
}

/** Å³ of one voxel, from each axis's own size. */
export function volumeOfVoxel(grid: Grid): number {
  return grid.voxelSize[0] * grid.voxelSize[1] * grid.voxelSize[2];
}

function leadingComponents(sizes: Float64Array, total: number, voxelVolume: number) {
  const rows: ComponentRow[] = [];
  let listed = 0;
  let count = 0;
  while (count < sizes.length && listed / total < MAJORITY) {
    const voxels = sizes[count]!;
    listed += voxels;
    if (count < TABLE_ROWS) {
      const [percent, cumulativePercent] = [(100 * voxels) / total, (100 * listed) / total];
      rows.push({ voxels, volume: voxels * voxelVolume, percent, cumulativePercent });
    }
    count++;
  }
  return { rows, count, listed };
}

function massCurveRow(level: number, voxels: number, voxelVolume: number): MassCurveRow {
  const volume = voxels * voxelVolume;
  return { level, voxels, mass: volume / VOLUME_PER_KILODALTON, residues: volume / VOLUME_PER_RESIDUE };
}
