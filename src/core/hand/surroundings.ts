import { exp, log } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";
import { SHIFTS } from "./axis-search.ts";
import { plus } from "./direction.ts";
import { acrossAxis, type HelixAxis } from "./helix-axis.ts";
import { type Sampler, valueAt } from "./sampling.ts";
import { circle, heights, PITCH, windowedWave } from "./waves.ts";

/** Cylinders about the axis: radii, Å, and points at 12 azimuths. */
const RADII = [0, 1.5, 3, 4.5, 6, 7.5, 9, 10.5] as const;
const POINTS = circle(12);
const AZIMUTHS = POINTS.length / 2;
const HEIGHTS = heights(7, 2);
const MIDDLE = 7;
const WINDOW = windowOf(6);
/** Keeps the logarithm of a perfect cylinder's asymmetry finite. */
const LEAST_ASYMMETRY = 1e-4;
/** Heights of the core, by steps from the middle: 4, 8 and 14 Å. */
const CORE_STEPS = [2, 4, 7] as const;

/** The 5.4 Å wave at the shifted places: radii, heights and windows, Å. */
const WAVE_RADII = [1.6, 2.4, 3.2, 4] as const;
const WAVE_HEIGHTS = heights(9, 1.2);
const WAVES = [5, 8].map((window) => windowedWave(WAVE_HEIGHTS, { period: PITCH, window }));

/** Numbers that {@link describeSurroundings} gives, and pairs that {@link shiftedStrengths} gives. */
export const SURROUNDINGS = RADII.length + 2 * (RADII.length - 1) + 1 + 2 * CORE_STEPS.length;
export const SHIFTED_WAVES = WAVES.length;

/** Weights along the axis, of sum 1. */
function windowOf(width: number): Float64Array {
  const weights = HEIGHTS.map((z) => exp((-0.5 * z * z) / (width * width)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

/** Mean over azimuths, cosine and sine of order 1, cosine and sine of order 2. */
type Harmonics = readonly [mean: number, c1: number, s1: number, c2: number, s2: number];

/**
 * What lies about an axis, the same for a mirrored map: mean density by radius; logarithms of the power of orders 1 and 2 of the
 * azimuth by radius, small about a helix; and the density of the core in the middle and towards both ends. Allocates.
 */
export function describeSurroundings(sampler: Sampler, axis: HelixAxis): number[] {
  const rings = RADII.map((radius) => Array.from(HEIGHTS, (height) => harmonicsAt(sampler, axis, { radius, height })));
  const means = rings.map((ring) => windowed(ring));
  const outer = means.slice(1);
  const first = outer.map(([, c, s]) => log(c * c + s * s + LEAST_ASYMMETRY));
  const second = outer.map(([, , , c, s]) => log(c * c + s * s + LEAST_ASYMMETRY));
  const core = HEIGHTS.map((_, k) => (rings[0]![k]![0] + rings[1]![k]![0]) / 2);
  const ends = CORE_STEPS.flatMap((step) => {
    const pair = [core[MIDDLE - step]!, core[MIDDLE + step]!] as const;
    return [Math.min(...pair), Math.max(...pair)];
  });
  return [...means.map(([mean]) => mean), ...first, ...second, core[MIDDLE]!, ...ends];
}

function harmonicsAt(
  sampler: Sampler,
  axis: HelixAxis,
  { radius, height }: { radius: number; height: number },
): Harmonics {
  const [first, second] = acrossAxis(axis);
  const { scale } = sampler;
  const [mx, my, mz] = plus(axis.centre, axis.direction, height);
  let [mean, c1, s1, c2, s2] = [0, 0, 0, 0, 0];
  for (let i = 0; i < POINTS.length; i += 2) {
    const [c, s] = [POINTS[i]!, POINTS[i + 1]!];
    const x = (mx + radius * (c * first[0] + s * second[0])) * scale[0];
    const y = (my + radius * (c * first[1] + s * second[1])) * scale[1];
    const value = valueAt(sampler, x, y, (mz + radius * (c * first[2] + s * second[2])) * scale[2]) / AZIMUTHS;
    mean += value;
    c1 += value * c;
    s1 += value * s;
    c2 += value * (c * c - s * s);
    s2 += value * 2 * c * s;
  }
  return [mean, c1, s1, c2, s2];
}

/** Mean over the heights, by the window. */
function windowed(ring: readonly Harmonics[]): Harmonics {
  const sum = (part: 0 | 1 | 2 | 3 | 4) => ring.reduce((total, one, k) => total + WINDOW[k]! * one[part], 0);
  return [sum(0), sum(1), sum(2), sum(3), sum(4)];
}

/**
 * Roots of the means of |A_R|² and |A_L|² of the 5.4 Å wave over places beside the axis, for the short and the long window: the
 * best place alone is chosen by its noise as well. Allocates.
 */
export function shiftedStrengths(sampler: Sampler, axis: HelixAxis): (readonly [right: number, left: number])[] {
  const [first, second] = acrossAxis(axis);
  const squares = WAVES.map(() => [0, 0] as [number, number]);
  for (const [a, b] of SHIFTS) {
    const centre = plus(plus(axis.centre, first, a), second, b);
    const turns = turnsAlong(sampler, { ...axis, centre });
    WAVES.forEach((wave, window) => {
      const [right, left] = squaredStrengths(turns, wave);
      squares[window]![0] += right / SHIFTS.length;
      squares[window]![1] += left / SHIFTS.length;
    });
  }
  return squares.map(([right, left]) => [Math.sqrt(right), Math.sqrt(left)]);
}

/** Cosine and sine of order 1 of the azimuth by height; a mean over the circles. */
function turnsAlong(sampler: Sampler, axis: HelixAxis): Float64Array {
  const [first, second] = acrossAxis(axis).map((direction) => scaled(direction, sampler)) as [Triple, Triple];
  const [centre, along] = [scaled(axis.centre, sampler), scaled(axis.direction, sampler)];
  const share = 1 / (WAVE_RADII.length * AZIMUTHS);
  const turns = new Float64Array(2 * WAVE_HEIGHTS.length);
  for (let k = 0; k < WAVE_HEIGHTS.length; k++) {
    const [mx, my, mz] = plus(centre, along, WAVE_HEIGHTS[k]!);
    for (let i = 0; i < POINTS.length; i += 2) {
      const [c, s] = [POINTS[i]!, POINTS[i + 1]!];
      const dx = c * first[0] + s * second[0];
      const dy = c * first[1] + s * second[1];
      const dz = c * first[2] + s * second[2];
      let total = 0;
      for (let j = 0; j < WAVE_RADII.length; j++) {
        const r = WAVE_RADII[j]!;
        total += valueAt(sampler, mx + r * dx, my + r * dy, mz + r * dz);
      }
      turns[2 * k]! += total * c * share;
      turns[2 * k + 1]! += total * s * share;
    }
  }
  return turns;
}

function scaled([x, y, z]: Triple, { scale }: Sampler): Triple {
  return [x * scale[0], y * scale[1], z * scale[2]];
}

function squaredStrengths(turns: Float64Array, wave: Float64Array): readonly [right: number, left: number] {
  let [rightRe, rightIm, leftRe, leftIm] = [0, 0, 0, 0];
  for (let k = 0; k < turns.length; k += 2) {
    const [re, im, c, s] = [turns[k]!, turns[k + 1]!, wave[k]!, wave[k + 1]!];
    rightRe += re * c + im * s;
    rightIm += re * s - im * c;
    leftRe += re * c - im * s;
    leftIm += re * s + im * c;
  }
  return [rightRe * rightRe + rightIm * rightIm, leftRe * leftRe + leftIm * leftIm];
}
