import type { Kernel } from "../kernel.ts";
import type { Plane } from "../voxels/plane.ts";

interface RunKernels {
  countRunsPlane(plane: number, nx: number, ny: number, level: number, counts: number): number;
  offsetRuns(rows: number, rowCount: number): number;
  writeRunsPlane(plane: number, nx: number, ny: number, level: number, rows: number, runs: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as RunKernels;

/**
 * A map cut at a level, as runs of voxels along x. Both tables are uint32 in the kernel memory, 4-byte aligned, owned by
 * the caller. Rows go in raster order: row = z·ny + y.
 *
 * Built in three steps: {@link countRunsPlane} for every plane in any order, {@link offsetRuns} once, and
 * {@link writeRunsPlane} for every plane in any order. Rows are at most 65536 voxels long.
 */
export interface RunTables {
  /** ny·nz + 1 words: each row's first run, and the number of runs after the last. */
  readonly rows: number;
  /** One word a run: x of its first voxel | x of its last voxel << 16. */
  readonly runs: number;
}

/** Bytes of the row table of ny·nz rows. */
export function rowTableBytes(rowCount: number): number {
  return 4 * (rowCount + 1);
}

/** Counts the runs of v ≥ level (the level rounded to float32; NaN is below) of plane z into the row table. @returns runs */
export function countRunsPlane(
  kernel: Kernel,
  plane: Plane,
  { level, z, rows }: { level: number; z: number; rows: number },
): number {
  const { address, nx, ny } = plane;
  return kernelsOf(kernel).countRunsPlane(address, nx, ny, level, rows + 4 * z * ny) >>> 0;
}

/** Turns the counts of all rows into the offsets of {@link RunTables}, in place. @returns runs of the map */
export function offsetRuns(kernel: Kernel, { rows, rowCount }: { rows: number; rowCount: number }): number {
  return kernelsOf(kernel).offsetRuns(rows, rowCount) >>> 0;
}

/** Writes the runs of plane z to their places; the same plane and level as were counted. */
export function writeRunsPlane(
  kernel: Kernel,
  plane: Plane,
  { level, z, rows, runs }: RunTables & { level: number; z: number },
): void {
  const { address, nx, ny } = plane;
  kernelsOf(kernel).writeRunsPlane(address, nx, ny, level, rows + 4 * z * ny, runs);
}
