import { type Triple, voxelCount } from "./grid.ts";

/** Predicted memory of a validation, bytes, and a rough time on two cores. */
export interface MemoryPlan {
  readonly box: Triple;
  /** The map at rest: float32 voxels. */
  readonly voxelBytes: number;
  /** Raw and hard masks and the runs of the components. */
  readonly maskBytes: number;
  /** The double-precision spectrum, transformed in place, and what becomes of it when the map is resized. */
  readonly transformBytes: number;
  /** What the hungriest of the local checks and the hand needs; 0 without a reported resolution. */
  readonly localBytes: number;
  /** The resized map at rest, its mask, and what 0.f and 0.g leave; 0 without a reported resolution. */
  readonly resizedBytes: number;
  /** Program and workers, whatever the map. */
  readonly baseBytes: number;
  /** The most held at one time. */
  readonly peakBytes: number;
  readonly seconds: number;
}

/** Node with two workers, their code and what they discard. */
const BASE = 116 * 2 ** 20;
/** What a stream that is unpacked leaves to be collected: as much as the map, and no more than this. */
const UNPACKING = 30 * 2 ** 20;
/** Bytes a voxel of masks: the mask at rest, two while it is dilated, and runs of a busy map. */
const MASKS_PER_VOXEL = 4;
/** Bytes a voxel of the resized map: its spectrum 8, three filtered volumes 12, regions 1, squares of the voxels measured, sums. */
const FILTERS_PER_VOXEL = 26.5;
/** The map 4, its mask 1, and of two volumes of values the part that is not 0 everywhere. */
const RESIZED_PER_VOXEL = 9;
/** Bytes of 0.e: a spectrum and a volume of values by voxel of the map; filtered maps and energies by Å³ of its box. */
const ENERGIES_PER_VOXEL = 8.3;
const ENERGIES_PER_CUBIC_ANGSTROM = 7.8;
/** The hand: what workers hold beside its kernel memory, as a share of it. */
const AROUND_HAND = 1.05;
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
  /** Kernel memory of the hand, which goes by what lies above the contour level; the most it can be. Default 0: not measured. */
  readonly handBytes?: number;
  /** Whether the file has to be unpacked. Default "plain". */
  readonly file?: "plain" | "packed";
}

/**
 * What a map of this box will take: what stays, and on top of it the kernel memory of the hungriest step (masks, transforms, or
 * local checks), which is not given back before the map is closed. Within a tenth of the largest resident set of the
 * command line on two threads, for boxes from 64³ to 256³ in which something reaches the contour level near every face. A
 * molecule with empty space around takes less.
 */
export function planMemory(box: Triple, facts: PlanFacts): MemoryPlan {
  const { resizedSize: n, energyVolume, handBytes = 0, file = "plain" } = facts;
  const [nx, ny, nz] = box;
  const [voxels, resizedVoxels] = [voxelCount(box), n * n * n];
  const energies = energyVolume > 0 ? ENERGIES_PER_VOXEL * voxels + ENERGIES_PER_CUBIC_ANGSTROM * energyVolume : 0;
  const parts = {
    voxelBytes: 4 * voxels,
    maskBytes: MASKS_PER_VOXEL * voxels,
    transformBytes: facts.transformBytes + 4 * resizedVoxels + (n > nx || n > ny ? 8 * nz * n * n : 0),
    localBytes: Math.ceil(Math.max(FILTERS_PER_VOXEL * resizedVoxels, energies, AROUND_HAND * handBytes)),
    resizedBytes: RESIZED_PER_VOXEL * resizedVoxels,
    baseBytes: BASE + (file === "packed" ? Math.min(UNPACKING, 4 * voxels) : 0),
  };
  const atRest = parts.baseBytes + parts.voxelBytes + voxels + parts.resizedBytes;
  const localSeconds = resizedVoxels * SECONDS_PER_RESIZED_VOXEL + energyVolume * SECONDS_PER_CUBIC_ANGSTROM;
  return {
    box,
    ...parts,
    peakBytes: atRest + Math.max(parts.maskBytes, parts.transformBytes, parts.localBytes),
    seconds: Math.ceil(10 * (voxels * SECONDS_PER_VOXEL + localSeconds)) / 10,
  };
}
