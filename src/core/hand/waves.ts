import { cos, exp, sin } from "../math/elementary.ts";

/** Å: rise of an alpha helix in one turn. */
export const PITCH = 5.4;

/** Unit circle at equal angles: cosine, sine, cosine … Allocates. */
export function circle(count: number): Float64Array {
  return Float64Array.from({ length: 2 * count }, (_, i) => {
    const angle = (2 * Math.PI * Math.floor(i / 2)) / count;
    return i % 2 === 0 ? cos(angle) : sin(angle);
  });
}

/** Heights along an axis, Å, even about 0. */
export function heights(half: number, step: number): Float64Array {
  return Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step);
}

/** exp(−z²/2w²)·e^(2πiz/period) at each height: real part, imaginary part, real part … Allocates. */
export function windowedWave(at: Float64Array, { period, window }: { period: number; window: number }): Float64Array {
  return Float64Array.from({ length: 2 * at.length }, (_, i) => {
    const z = at[Math.floor(i / 2)]!;
    const phase = (2 * Math.PI * z) / period;
    const weight = exp((-0.5 * z * z) / (window * window));
    return weight * (i % 2 === 0 ? cos(phase) : sin(phase));
  });
}
