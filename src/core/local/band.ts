import { exp } from "../math/elementary.ts";
import { bandWidth, type CubicBox } from "./frequencies.ts";

/**
 * The Gaussian band S = exp(−(|k| − f)²/(2σ²)) by the squared length of its whole-numbered index: S depends on
 * |k| = √i/(size·voxelSize) alone. σ is 4.8 Fourier voxels; not normalised. @param frequency 1/Å @returns 3·(size/2)² + 1 values
 */
export function radialBand(box: CubicBox, frequency: number): Float64Array {
  const { size, voxelSize } = box;
  const width = bandWidth(box);
  const band = new Float64Array(squaredRadii(size));
  for (let i = 0; i < band.length; i++) {
    const distance = (Math.sqrt(i) / (size * voxelSize) - frequency) / width;
    band[i] = exp(-0.5 * distance * distance);
  }
  return band;
}

/** Coefficients of the whole transform of a cube of even size by the squared length of their index. */
export function multiplicities(size: number): Float64Array {
  const half = size / 2;
  // Index i stands for i and −i, but for 0 and the Nyquist frequency.
  const times = (i: number) => (i === 0 || i === half ? 1 : 2);
  const counts = new Float64Array(squaredRadii(size));
  for (let z = 0; z <= half; z++) {
    for (let y = 0; y <= half; y++) {
      for (let x = 0; x <= half; x++) counts[z * z + y * y + x * x]! += times(z) * times(y) * times(x);
    }
  }
  return counts;
}

/** Σ S over the whole transform. */
export function bandTotal(band: Float64Array, counts: Float64Array): number {
  return band.reduce((sum, value, i) => sum + value * counts[i]!, 0);
}

function squaredRadii(size: number): number {
  return (3 * size * size) / 4 + 1;
}
