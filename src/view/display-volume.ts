import { eachAxis, type Triple } from "../core/volume/grid.ts";

/** Voxels as a graphics processor gets them: the map's own, or means of 2 × 2 × 2 of them. */
export interface DisplayVolume {
  /** Of these voxels; a binned box has half the side, rounded up. */
  readonly box: Triple;
  /** Å. */
  readonly voxelSize: Triple;
  /** x fastest, from byte 0 of its buffer; where `binning` is 1 the map's own memory, only read. */
  readonly voxels: Float32Array;
  readonly binning: 1 | 2;
}

/** Above this many voxels (400³), graphics memory is spared by showing 2 × 2 × 2 bins. */
const MOST_SHOWN_IN_FULL = 400 ** 3;

/** How the voxels of a box are shown where a side of a texture has at most `longest` voxels; `null` where not even bins fit. */
export function binningFor(box: Triple, longest: number): 1 | 2 | null {
  const side = Math.max(...box);
  if (box[0] * box[1] * box[2] <= MOST_SHOWN_IN_FULL && side <= longest) return 1;
  return Math.ceil(side / 2) <= longest ? 2 : null;
}

/**
 * Bins a map by 2 for display: each voxel the mean of the 8 (fewer at the far end of an odd side) that it covers.
 * Allocates `⌈nx/2⌉ ⌈ny/2⌉ ⌈nz/2⌉` values in memory of their own. A generator that pauses after each plane of bins,
 * so that the page can breathe between them.
 */
export function* binVolume(voxels: Float32Array, box: Triple, voxelSize: Triple): Generator<void, DisplayVolume> {
  const binned = eachAxis((k) => Math.ceil(box[k] / 2));
  const [width, height, depth] = binned;
  const bins = new Float32Array(width * height * depth);
  const plane = width * height;
  for (let z = 0; z < depth; z++) {
    binPlane(bins.subarray(z * plane, (z + 1) * plane), 2 * z, { voxels, box });
    yield;
  }
  return { box: binned, voxelSize: eachAxis((k) => 2 * voxelSize[k]), voxels: bins, binning: 2 };
}

function binPlane(target: Float32Array, z: number, { voxels, box }: { voxels: Float32Array; box: Triple }): void {
  const [nx, ny, nz] = box;
  const width = Math.ceil(nx / 2);
  const layers = z + 1 < nz ? 2 : 1;
  for (let y = 0; y < ny; y += 2) {
    const rows = y + 1 < ny ? 2 : 1;
    for (let x = 0; x < nx; x += 2) {
      const columns = x + 1 < nx ? 2 : 1;
      let sum = 0;
      for (let k = 0; k < layers; k++) {
        for (let j = 0; j < rows; j++) {
          const at = ((z + k) * ny + y + j) * nx + x;
          sum += columns === 2 ? voxels[at]! + voxels[at + 1]! : voxels[at]!;
        }
      }
      target[(y >> 1) * width + (x >> 1)] = sum / (layers * rows * columns);
    }
  }
}
