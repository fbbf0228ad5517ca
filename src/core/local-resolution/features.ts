import { log } from "../math/elementary.ts";
import { BAND_WAVELENGTHS } from "./bands.ts";

const BANDS = BAND_WAVELENGTHS.length;
/** Share of the largest energy of a spectrum below which a band counts as empty. */
const FLOOR = 1e-9;
const TINY = 1e-30;

/** What the features of every point are measured against; natural logarithms, a number a band. */
export interface MapSpectra {
  /** Of the narrow energies' mean over the mask. */
  readonly mean: Float64Array;
  /** Of the narrow energies' median over the background; `null` where the map has none. */
  readonly background: Float64Array | null;
}

/** ln of energies, those below 1e-9 of `largest` counting as that; in place. */
function takeLogs(energies: Float64Array, largest: number): void {
  const floor = FLOOR * largest + TINY;
  for (let k = 0; k < energies.length; k++) energies[k] = log(energies[k]! + floor);
}

/** The spectra of a map from its energies. Allocates. @param background `null` where there is none */
export function mapSpectra(mean: readonly number[], background: readonly number[] | null): MapSpectra {
  const logs = Float64Array.from(mean);
  takeLogs(logs, largestOf(logs));
  return { mean: logs, background: background && Float64Array.from(background, (energy) => log(energy + TINY)) };
}

/** Values that {@link pointFeatures} writes. */
export function featureCount({ background }: MapSpectra): number {
  return (background ? 5 : 4) * BANDS;
}

/**
 * The features of a point, from the energies of its bands: the narrow spectrum about its own mean, the narrow and the wide
 * one against the mask's mean spectrum, that spectrum about its mean, and, with a background, against the background's.
 * Logarithms, clipped. @param narrow and wide energies, overwritten @param out written from 0 on
 */
export function pointFeatures(
  energies: { readonly narrow: Float64Array; readonly wide: Float64Array },
  { mean, background }: MapSpectra,
  out: Float64Array,
): void {
  const { narrow, wide } = energies;
  const largest = largestOf(narrow);
  takeLogs(narrow, largest);
  takeLogs(wide, largest);
  const [own, whole] = [meanOf(narrow), meanOf(mean)];
  for (let k = 0; k < BANDS; k++) {
    out[k] = clip(narrow[k]! - own, -12, 12);
    out[BANDS + k] = clip(narrow[k]! - mean[k]!, -8, 8);
    out[2 * BANDS + k] = clip(wide[k]! - mean[k]!, -8, 8);
    out[3 * BANDS + k] = clip(mean[k]! - whole, -12, 12);
    if (background) out[4 * BANDS + k] = clip(mean[k]! - background[k]!, -3, 8);
  }
}

function largestOf(energies: Float64Array): number {
  let largest = 0;
  for (const energy of energies) largest = Math.max(largest, energy);
  return largest;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function clip(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
