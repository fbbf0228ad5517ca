/** Å: both local methods begin here. */
export const COARSEST = 15;

/** Standard deviation of a band, in Fourier voxels of the resized map. */
const BAND_WIDTH = 4.8;

/** Frequencies of the local B-factor. */
const FIT_POINTS = 10;

/** A cube and its voxel size. */
export interface CubicBox {
  /** Voxels along each axis; even. */
  readonly size: number;
  /** Å. */
  readonly voxelSize: number;
}

/** Ten frequencies (1/Å), evenly spaced from 1/15 to 1/resolution; they fall where the resolution is worse than 15 Å. */
export function fitFrequencies(resolution: number): number[] {
  return evenlySpaced(1 / COARSEST, 1 / resolution, FIT_POINTS);
}

/** As many frequencies (1/Å) from 1/15 to 1/resolution as bands fit between the two; at least the first. */
export function occupancyFrequencies(resolution: number, box: CubicBox): number[] {
  const [first, last] = [1 / COARSEST, 1 / resolution];
  return evenlySpaced(first, last, Math.max(1, Math.trunc((last - first) / bandWidth(box))));
}

/** Standard deviation of a band, 1/Å. */
export function bandWidth({ size, voxelSize }: CubicBox): number {
  return BAND_WIDTH / (size * voxelSize);
}

/** numpy.linspace: both ends exact, the first alone for a count of one. */
function evenlySpaced(first: number, last: number, count: number): number[] {
  const step = (last - first) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i > 0 && i === count - 1 ? last : first + (i === 0 ? 0 : i * step)));
}
