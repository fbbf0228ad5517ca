/** One of the three axes of the box; x is the fastest in memory. */
export type Axis = "x" | "y" | "z";

/** The axes in the order of every triple of this project. */
export const AXES: readonly Axis[] = ["x", "y", "z"];

/** Three values for x, y, z, in this order. */
export type Triple = readonly [number, number, number];

/** The triple of what `value` gives for each axis, by its place in {@link AXES}. */
export function eachAxis(value: (k: 0 | 1 | 2) => number): Triple {
  return [value(0), value(1), value(2)];
}

/** Where voxels sit in space. */
export interface Grid {
  /** Voxels along x, y, z. */
  readonly box: Triple;
  /** Å per voxel along x, y, z. */
  readonly voxelSize: Triple;
  /** Å, position of voxel 0,0,0. No Level 0 number depends on it. */
  readonly origin: Triple;
}

/** A grid and its voxels, x fastest, then y, then z. The view starts at byte 0 of its buffer, which may be shared. */
export interface Volume {
  readonly grid: Grid;
  readonly voxels: Float32Array;
}

/** Voxels in a box. */
export function voxelCount(box: Triple): number {
  return box[0] * box[1] * box[2];
}

/** The slice through the middle of each axis, ⌊N/2⌋. */
export function centralSlices(box: Triple): Triple {
  return [Math.floor(box[0] / 2), Math.floor(box[1] / 2), Math.floor(box[2] / 2)];
}

/** How much the largest voxel edge exceeds the smallest, as a share of it; 0 for cubic voxels. */
export function anisotropy({ voxelSize }: Grid): number {
  return Math.max(...voxelSize) / Math.min(...voxelSize) - 1;
}
