import { log } from "../math/elementary.ts";
import {
  type Percentiles,
  percentilesOf,
  shiftPercentiles,
  type ValueHistogram,
  valueHistogram,
} from "../volume/distribution.ts";
import type { Triple } from "../volume/grid.ts";
import { slopeOf } from "./slope.ts";

/** The map that the local methods read: a cube with the reported resolution at its Nyquist frequency. */
export interface ResizedMap {
  readonly box: Triple;
  /** Å, nominal. */
  readonly voxelSize: number;
  /** Of its own hard mask at the same contour level. */
  readonly maskVoxels: number;
}

/** Check 0.f. Å², over the mask of the resized map; negative where amplitudes decay. `null` is "not a number". */
export interface LocalBFactorMeasurements {
  readonly resized: ResizedMap;
  /** What white noise would get; `corrected` has it taken off. */
  readonly whiteNoiseOffset: number | null;
  readonly corrected: { readonly percentiles: Percentiles };
  readonly vrs: { readonly percentiles: Percentiles };
  /** Of the `vrs` values; the corrected ones are the same with their edges lower by the offset. */
  readonly histogram: ValueHistogram;
}

/** What the filters yield for check 0.f. */
export interface LocalBFactorFacts {
  readonly resized: ResizedMap;
  /** Å² of each voxel of the mask, of {@link localBFactors}. */
  readonly values: Float32Array;
  readonly whiteNoiseOffset: number | null;
}

/** The fits of the voxels of the mask. */
export interface LocalFits {
  /** Σ w·ln(m²/(m + q)) of each voxel of the mask, w of `slopeWeights`, the bands not normalised; Å². */
  readonly slopes: Float64Array;
  readonly weights: readonly number[];
  /** Σ S of each band. */
  readonly totals: readonly number[];
}

/**
 * Local B-factors, 4 × the slope of ln(m²/(m + q)) against f². Dividing a band by its sum shifts all voxels by one constant,
 * which is taken off here. Rounded to float32 as VRS stores them; a voxel without any amplitude is not finite. Allocates.
 */
export function localBFactors({ slopes, weights, totals }: LocalFits): Float32Array {
  const normalisation = slopeOf(weights, totals.map(log));
  return Float32Array.from(slopes, (slope) => 4 * (slope - normalisation));
}

/** The distribution of local B-factors over the voxels that have one. */
export function measureLocalBFactor(facts: LocalBFactorFacts): LocalBFactorMeasurements {
  const { resized, values, whiteNoiseOffset } = facts;
  const sorted = values.filter(Number.isFinite).sort();
  const percentiles = percentilesOf(sorted);
  return {
    resized,
    whiteNoiseOffset,
    corrected: { percentiles: shiftPercentiles(percentiles, whiteNoiseOffset) },
    vrs: { percentiles },
    histogram: valueHistogram(sorted),
  };
}
