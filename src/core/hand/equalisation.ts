import { exp, log } from "../math/elementary.ts";
import { smoothStep } from "./smooth-step.ts";

/** 1/Å between the centres of the shells of a radial amplitude, and how many there are: 0 to 0.49 1/Å. */
export const SHELL_WIDTH = 0.01;
export const SHELLS = 50;

/** Half the width of the edge at the resolution, and the rise that leaves the lowest frequencies out, 1/Å. */
const EDGE = 0.015;
const RISE = { from: 1 / 80, to: 1 / 50 } as const;
/** Å and 1/Å: what a grid of 1 Å can hold. */
const FINEST = 2.2;
const FINEST_CUT = 0.47;
/**
 * The band goes on for this much beyond the resolution, 1/Å: a map at 5 Å still has some of the helix there. The gain has a
 * limit, in terms of that at the resolution, so that what was filtered away is not made of noise.
 */
const BEYOND = 0.02;
const MOST_GAIN = 4;
/** Power below which a shell counts as empty. */
const NOTHING = 1e-20;

/**
 * The root of the mean power in overlapping triangular shells, smoothed by (1, 2, 1)/4 in its logarithm; triangular, because
 * a coefficient on a hard edge would change shells with the rounding of its frequency. Allocates.
 * @param sums of weight·|F|² and @param counts of the weights, by shell
 */
export function radialAmplitude(sums: Float64Array, counts: Float64Array): Float64Array {
  const logs = sums.map((sum, shell) => 0.5 * log(sum / Math.max(counts[shell]!, 1e-9) + NOTHING));
  const last = logs.length - 1;
  return logs.map((middle, k) => exp((logs[Math.max(0, k - 1)]! + 2 * middle + logs[Math.min(last, k + 1)]!) / 4));
}

/** What multiplies a coefficient. */
export interface Equaliser {
  /** Reference amplitude over the map's own, by shell. */
  readonly gain: readonly number[];
  /** 1/Å: the middle of the low-pass edge. */
  readonly cut: number;
}

/** Gives a map the radial amplitude of the reference up to its resolution, so that sharpening and B-factors do not matter. */
export function planEqualiser(
  amplitude: Float64Array,
  reference: readonly number[],
  { resolution, nyquist }: { resolution: number; nyquist: number },
): Equaliser {
  const best = 1 / Math.max(resolution, FINEST);
  const whole = Array.from(amplitude, (own, shell) => reference[shell]! / own);
  const most = MOST_GAIN * gainAt(whole, best);
  return { gain: whole.map((gain) => Math.min(gain, most)), cut: Math.min(best + BEYOND, FINEST_CUT, nyquist - EDGE) };
}

/** The factor at a spatial frequency in 1/Å. */
export function equaliserAt({ gain, cut }: Equaliser, frequency: number): number {
  if (frequency >= cut + EDGE || frequency <= RISE.from) return 0;
  return (
    gainAt(gain, frequency) * smoothStep(frequency, cut + EDGE, cut - EDGE) * smoothStep(frequency, RISE.from, RISE.to)
  );
}

function gainAt(gain: readonly number[], frequency: number): number {
  const place = frequency / SHELL_WIDTH;
  const low = Math.min(Math.floor(place), gain.length - 2);
  const part = Math.min(place - low, 1);
  return gain[low]! * (1 - part) + gain[low + 1]! * part;
}
