/** Sums over the slices along one axis, of d = v − shift with one shift for the whole box. */
export interface SliceMoments {
  /** Voxels of one slice. */
  readonly voxels: number;
  /** Σd of each slice. */
  readonly sum: Float64Array;
  /** Σd² of each slice. */
  readonly squares: Float64Array;
}

/** Variances closer than this to the largest, relative to it, count as ties. */
const TIE = 1e-6;

/**
 * Population variance of each slice, `(Σd² − (Σd)²/n)/n`, map units squared; never negative. Allocates.
 * A shift near the map's mean keeps the difference accurate.
 */
export function sliceVariances({ voxels, sum, squares }: SliceMoments): Float64Array {
  return sum.map((s, i) => Math.max(0, (squares[i]! - (s * s) / voxels) / voxels));
}

/**
 * Index of the slice of largest variance: the lowest among those within a relative 1e-6 of the largest, so that the last
 * bits of the sums decide nothing; 0 for a constant map. VRS takes numpy's argmax of float32 variances instead, which
 * may differ on near-ties.
 */
export function largestVarianceSlice(moments: SliceMoments): number {
  const variances = sliceVariances(moments);
  const largest = variances.reduce((most, v) => Math.max(most, v), 0);
  return variances.findIndex((v) => v >= largest * (1 - TIE));
}

/**
 * The same for a binary mask, exactly: with c voxels set of n the variance is c·(n − c)/n², so integers decide; the
 * lowest index of the maximum. Exact to n = 1.8e8 voxels a slice.
 */
export function largestVarianceSliceOfMask(counts: Uint32Array, voxels: number): number {
  let [best, largest] = [0, -1];
  counts.forEach((c, i) => {
    const spread = c * (voxels - c);
    if (spread > largest) [best, largest] = [i, spread];
  });
  return best;
}
