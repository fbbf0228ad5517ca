/** Arithmetic that gives the same bits in every JavaScript engine: + − × ÷ and square roots only. */

/** @typedef {[number, number, number]} Point Å */

/** @type {(a: Point, b: Point, t?: number) => Point} a + t·b */
export const add = (a, b, t = 1) => [a[0] + t * b[0], a[1] + t * b[1], a[2] + t * b[2]];
/** @type {(a: Point, b: Point) => Point} */
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** @type {(a: Point) => number} */
export const norm = (a) => Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
/** @type {(a: Point) => Point} */
export const unit = (a) => add([0, 0, 0], a, 1 / norm(a));

/** eˣ for x ≤ 0 by (1 + x/2²⁰ + …)^(2²⁰): exact enough here, and the same everywhere. @param {number} x */
export function exp(x) {
  const step = x / 1_048_576;
  let value = 1 + step + (step * step) / 2;
  for (let i = 0; i < 20; i++) value *= value;
  return value;
}

/** [cos, sin] of an angle in degrees, by their series after reduction to ±180°. @param {number} degrees */
export function cosSin(degrees) {
  const x = ((degrees - 360 * Math.round(degrees / 360)) * Math.PI) / 180;
  let [cos, sin, term] = [0, 0, 1];
  for (let n = 1; n < 40; n += 2) {
    cos += term;
    term *= x / n;
    sin += term;
    term *= -x / (n + 1);
  }
  return [cos, sin];
}

/** Numbers in [−0.5, 0.5) from xorshift32. @param {number} seed */
export function uniformNoise(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296 - 0.5;
  };
}

/** Root mean square of some values. @param {Float64Array} values */
export function rms(values) {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
