import type { Grid } from "../src/core/volume/grid.ts";

/**
 * A volume at rest, by reference. Where memory is shared, `buffer` is the one copy and every worker reads it; where it
 * is not, the volume lives in the only worker and `buffer` is `null`.
 */
export interface VolumeHandle {
  readonly id: string;
  readonly buffer: SharedArrayBuffer | null;
}

/** A map at rest: float32 voxels, x fastest, from byte 0. */
export interface MapHandle extends VolumeHandle {
  readonly grid: Grid;
}

/** A mask at rest: one byte a voxel, 0 or 1, in the map's box. */
export type MaskHandle = VolumeHandle;

/** A resized map. Its `grid` has the nominal voxel size, half the resolution, that VRS's local methods compute with. */
export interface ResizedHandle extends MapHandle {
  /** Where its voxels lie beside those of the map that it was made from. */
  readonly placed: Grid;
}

/** Values measured voxel by voxel, at rest: float32, 0 where nothing was measured. The grid is where they lie. */
export interface MeasuredHandle extends MapHandle {
  /** Where there is a value. */
  readonly mask: MaskHandle;
}

/** Measured values that colour a surface, and the range that the colours span. */
export interface ColouringVolume extends MeasuredHandle {
  readonly range: readonly [low: number, high: number];
}

/** The components of a map at a level, at rest: the words of `component-runs.ts`. */
export type ComponentsHandle = VolumeHandle;
