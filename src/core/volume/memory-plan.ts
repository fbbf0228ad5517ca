import { type Triple, voxelCount } from "./grid.ts";

/** Predicted memory of a validation, bytes, and a rough time on two cores. */
export interface MemoryPlan {
  readonly box: Triple;
  /** The map at rest: float32 voxels. */
  readonly voxelBytes: number;
  /** Raw and hard masks and the runs of the components. */
  readonly maskBytes: number;
  /** The double-precision spectrum, transformed in place. */
  readonly transformBytes: number;
  /** Program, workers and page, whatever the map. */
  readonly baseBytes: number;
  /** The most held at one time. */
  readonly peakBytes: number;
  readonly seconds: number;
}

/** Node or a tab with its workers, their code and what they discard: measured, from above. */
const BASE = 200 * 2 ** 20;
/** Bytes a voxel of masks: the mask at rest, two while it is dilated, and runs of a busy map. */
const MASKS_PER_VOXEL = 4;
/** Measured on two cores of a 2020s server at 256³, per voxel. */
const SECONDS_PER_VOXEL = 1.2e-7;

/** What a map of this box will take. @param transformBytes of the in-place spectrum of the box */
export function planMemory(box: Triple, transformBytes: number): MemoryPlan {
  const voxels = voxelCount(box);
  const voxelBytes = 4 * voxels;
  const maskBytes = MASKS_PER_VOXEL * voxels;
  return {
    box,
    voxelBytes,
    maskBytes,
    transformBytes,
    baseBytes: BASE,
    peakBytes: BASE + voxelBytes + voxels + Math.max(maskBytes, transformBytes),
    seconds: Math.ceil(voxels * SECONDS_PER_VOXEL * 10) / 10,
  };
}
