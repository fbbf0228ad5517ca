import { log } from "../math/elementary.ts";
import { BAND_WAVELENGTHS } from "./bands.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Share of the largest energy of a spectrum below which a band counts as empty. */
const FLOOR = 1e-9;
const TINY = 1e-30;

/** Numbers that {@link pointFeatures} writes. */
export const POINT_FEATURES = 3 * BANDS;

/** ln of the energies of a spectrum, those below 1e-9 of the largest counting as that; in place. */
export function takeLogs(energies: Float64Array): void {
  let largest = 0;
  for (const energy of energies) largest = Math.max(largest, energy);
  const floor = FLOOR * largest + TINY;
  for (let k = 0; k < energies.length; k++) energies[k] = log(energies[k]! + floor);
}

/**
 * The features of a point: its spectrum about its own mean; it and the spectrum of its neighbourhood against the mask's mean
 * spectrum, which takes sharpening out. Clipped. @param energies logarithms, by band @param mean ln of the mask's mean
 * energies @param out written from 0 on
 */
export function pointFeatures(
  { own, regional }: { readonly own: Float64Array; readonly regional: Float64Array },
  mean: Float64Array,
  out: Float64Array,
): void {
  const level = meanOf(own);
  for (let k = 0; k < BANDS; k++) {
    out[k] = clip(own[k]! - level, -12, 12);
    out[BANDS + k] = clip(own[k]! - mean[k]!, -8, 8);
    out[2 * BANDS + k] = clip(regional[k]! - mean[k]!, -8, 8);
  }
}

/** What is measured of a whole map. Energies by band. */
export interface MapEnergies {
  /** ln of the energies' mean over the mask. */
  readonly mean: Float64Array;
  readonly spread: LogSpread;
  /** Means over the shells around the mask; `null` for one that holds too little. */
  readonly around: readonly (Float64Array | null)[];
  /** Medians over the background; `null` where the map has none. */
  readonly background: Float64Array | null;
}

/** How the logarithms of the energies vary over the points of a mask. */
export interface LogSpread {
  /** Standard deviations. */
  readonly deviations: readonly number[];
  /** Correlations of each band from 8 Å on with the next, then with the one after. */
  readonly correlations: readonly number[];
}

/**
 * The features that all points of a map share: the mean spectrum about its own mean; the spread; the mean spectrum against
 * each shell's, 0 where there is none, and whether there is; and, with a background, against that. Allocates.
 */
export function mapFeatures({ mean, spread, around, background }: MapEnergies): Float64Array {
  const level = meanOf(mean);
  const against = (energies: Float64Array | null) =>
    Array.from(mean, (value, k) => (energies ? clip(value - log(energies[k]! + TINY), -3, 8) : 0));
  return Float64Array.from([
    ...Array.from(mean, (value) => clip(value - level, -12, 12)),
    ...spread.deviations,
    ...spread.correlations,
    ...around.flatMap(against),
    ...around.map((shell) => (shell ? 1 : 0)),
    ...(background ? against(background) : []),
  ]);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function clip(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
