/** A step from 0 at `from` to 1 at `to` (which may be the smaller one), t²(3 − 2t): level at both ends, no cosine needed. */
export function smoothStep(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
