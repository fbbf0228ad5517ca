import type { Triple } from "../../src/core/volume/grid.ts";
import { makeMrc } from "./mrc-builder.ts";
import { seededRandom } from "./random.ts";

/** Gaussian blobs of the conformance map: centre in voxels, standard deviation in voxels, height. */
const BLOBS = [
  { center: [14, 15, 16], sigma: 3, height: 1 },
  { center: [19, 17, 18], sigma: 2.5, height: 0.9 },
  { center: [17, 16, 13], sigma: 2, height: 0.8 },
  { center: [24, 24, 6], sigma: 1, height: 0.5 },
  { center: [10, 8, 25], sigma: 1, height: 0.45 },
] as const;

const NOISE = 0.05;

/** The conformance map "T32": three blobs in one molecule, two specks apart from it, and uniform noise. */
export const T32 = { box: [32, 32, 32] as Triple, voxelSize: 2, contourLevel: 0.2 };

/** The voxels of {@link T32}, x fastest. */
export function t32Voxels(): Float32Array {
  const random = seededRandom();
  const [nx, ny, nz] = T32.box;
  return Float32Array.from({ length: nx * ny * nz }, (_, i) => {
    const at = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
    return BLOBS.reduce((sum, blob) => sum + densityOf(blob, at), 0) + NOISE * random();
  });
}

function densityOf({ center, sigma, height }: (typeof BLOBS)[number], at: readonly number[]): number {
  const squared = center.reduce((sum, middle, axis) => sum + (at[axis] - middle) ** 2, 0);
  return height * Math.exp(-squared / (2 * sigma * sigma));
}

/** {@link T32} as an MRC file. */
export function t32File(): Uint8Array<ArrayBuffer> {
  const voxels = t32Voxels();
  const [nx, ny] = T32.box;
  return makeMrc({ box: T32.box, value: (x, y, z) => voxels[(z * ny + y) * nx + x] });
}
