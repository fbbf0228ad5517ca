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
  /** What the hungriest of the local checks needs; 0 without a reported resolution. */
  readonly localBytes: number;
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
/** Bytes a voxel of the resized map: spectra, squares, sums and selection, and the two volumes of values that are kept. */
const LOCAL_PER_VOXEL = 36 + 2 * 4;
/** Bytes of 0.e: a spectrum and a volume of values by voxel of the map; filtered maps and energies by Å³ of its box. */
const ENERGIES_PER_VOXEL = 8.3;
const ENERGIES_PER_CUBIC_ANGSTROM = 6.3;
/** Measured on two cores of a 2020s server at 256³, per voxel of the map and of the resized map. */
const SECONDS_PER_VOXEL = 1.2e-7;
const SECONDS_PER_RESIZED_VOXEL = 4.5e-7;

const SECONDS_PER_CUBIC_ANGSTROM = 2.5e-7;

/** What a validation is predicted from. */
export interface PlanFacts {
  /** Bytes of the in-place spectrum of the box. */
  readonly transformBytes: number;
  /** Voxels a side of the resized map, half the resolution each; 0 without a reported resolution. */
  readonly resizedSize: number;
  /** Å³ of the box; 0 where local resolution does not apply. */
  readonly energyVolume: number;
}

/** What a map of this box will take. The peak is that of the hungriest step: masks, transforms, or the local filters. */
export function planMemory(box: Triple, { transformBytes, resizedSize, energyVolume }: PlanFacts): MemoryPlan {
  const voxels = voxelCount(box);
  const voxelBytes = 4 * voxels;
  const maskBytes = MASKS_PER_VOXEL * voxels;
  const resizedVoxels = voxelCount([resizedSize, resizedSize, resizedSize]);
  const energyVoxels = energyVolume > 0 ? voxels : 0;
  const energyBytes = Math.round(ENERGIES_PER_VOXEL * energyVoxels + ENERGIES_PER_CUBIC_ANGSTROM * energyVolume);
  const localBytes = Math.max(LOCAL_PER_VOXEL * resizedVoxels, energyBytes);
  const localSeconds = resizedVoxels * SECONDS_PER_RESIZED_VOXEL + energyVolume * SECONDS_PER_CUBIC_ANGSTROM;
  return {
    box,
    voxelBytes,
    maskBytes,
    transformBytes,
    localBytes,
    baseBytes: BASE,
    peakBytes: BASE + voxelBytes + voxels + Math.max(maskBytes, transformBytes, localBytes),
    seconds: Math.ceil(10 * (voxels * SECONDS_PER_VOXEL + localSeconds)) / 10,
  };
}
