import { BAND_WAVELENGTHS } from "./bands.ts";
import type { LogSpread } from "./features.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Bands apart whose products are summed; 0 gives squares. */
const APART = [0, 1, 2] as const;
/** The first band (8 Å) whose correlations are used: those of the low bands tell of the shape of a molecule. */
const FIRST_CORRELATED = 4;
/** Added to the product of two standard deviations in a correlation. */
const LEAST_SPREAD = 1e-6;

/** Sums that {@link addLogs} keeps: of each band, and of products of bands 0, 1 and 2 apart. */
export const SPREAD_SUMS = 4 * BANDS - 3;

/** Adds the logarithms of a point's energies to the sums, which start at 0. */
export function addLogs(sums: Float64Array, logs: Float64Array): void {
  for (let k = 0; k < BANDS; k++) sums[k]! += logs[k]!;
  let at = BANDS;
  for (const apart of APART) for (let k = 0; k + apart < BANDS; k++) sums[at++]! += logs[k]! * logs[k + apart]!;
}

/** Deviations and correlations from the sums over `count` points. */
export function spreadOf(sums: Float64Array, count: number): LogSpread {
  let at = BANDS;
  const covariances = APART.map((apart) =>
    Array.from(
      { length: BANDS - apart },
      (_, k) => sums[at++]! / count - (sums[k]! / count) * (sums[k + apart]! / count),
    ),
  );
  const deviations = covariances[0]!.map((variance) => Math.sqrt(Math.max(0, variance)));
  const correlation = (apart: number) => (value: number, k: number) =>
    value / (deviations[k]! * deviations[k + apart]! + LEAST_SPREAD);
  const correlations = [1, 2].flatMap((apart) => covariances[apart]!.map(correlation(apart)).slice(FIRST_CORRELATED));
  return { deviations, correlations };
}
