import { fastEven } from "../fourier/fast-even.ts";
import { cos, exp } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";

/** Centres of the bands, Å. */
export const BAND_WAVELENGTHS: readonly number[] = [
  14, 12, 10.5, 9, 8, 7, 6.2, 5.5, 5, 4.5, 4.1, 3.7, 3.4, 3.1, 2.8, 2.55, 2.35,
];

/** Standard deviation of the Gaussian that smooths the energies, Å; at least half the band's wavelength. */
const SMOOTHING = 2.5;

/** Samples per Å of the grid on which smoothed energies are kept. */
export const GRID_RATE = 0.47;

/** Below this frequency (1/Å) bands are narrower. */
const LOW_FREQUENCY = 0.12;
const LOW_HALF_WIDTH = 0.03;
const HALF_WIDTH = 0.055;
/** Beyond this frequency (1/Å) the Gaussian of 2.5 Å leaves less than 3 %. */
const SMOOTH_LIMIT = 0.17;
/** Where a Gaussian of 2.5 Å is below 1e-10, 1/Å. */
const GAUSSIAN_END = 0.45;
const ENTRIES = 4096;

/** A transfer function of the spatial frequency s, linear between entries, 0 outside of them. */
export interface RadialTable {
  /** 1/Å, of the first entry. */
  readonly first: number;
  /** Entries per 1/Å. */
  readonly rate: number;
  readonly values: Float64Array;
}

/** Frequency and half width of a band, 1/Å. */
export function bandOf(wavelength: number): { readonly frequency: number; readonly halfWidth: number } {
  const frequency = 1 / wavelength;
  return { frequency, halfWidth: frequency > LOW_FREQUENCY ? HALF_WIDTH : LOW_HALF_WIDTH };
}

/** Samples per Å that hold the square of a band as far as the smoothing passes it. */
export function bandRate(wavelength: number): number {
  const { frequency, halfWidth } = bandOf(wavelength);
  return 2 * (frequency + halfWidth) + SMOOTH_LIMIT;
}

/** The band-pass h(s) = ½(1 + cos(π(s − f)/w)) times `scale`. Allocates. */
export function bandTable(wavelength: number, scale: number): RadialTable {
  const { frequency, halfWidth } = bandOf(wavelength);
  const value = (t: number) => (scale * (1 + cos(Math.PI * (2 * t - 1)))) / 2;
  return tableOf(value, { first: frequency - halfWidth, last: frequency + halfWidth });
}

/** The Gaussian exp(−2π²σ²s²) of the smoothing of a band, times `scale`. Allocates. */
export function smoothingTable(wavelength: number, scale: number): RadialTable {
  const sigma = Math.max(SMOOTHING, wavelength / 2);
  const last = GAUSSIAN_END;
  const value = (t: number) => scale * exp(-2 * Math.PI * Math.PI * sigma * sigma * (t * last) * (t * last));
  return tableOf(value, { first: 0, last });
}

function tableOf(value: (t: number) => number, { first, last }: { first: number; last: number }): RadialTable {
  const values = Float64Array.from({ length: ENTRIES }, (_, i) => value(i / (ENTRIES - 1)));
  return { first, rate: (ENTRIES - 1) / (last - first), values };
}

/** Even sizes of few prime factors with at least `rate` samples per Å. @param lengths edges, Å */
export function gridBox([x, y, z]: Triple, rate: number): Triple {
  return [fastEven(x * rate), fastEven(y * rate), fastEven(z * rate)];
}
