/**
 * The value at a place along equally spaced stops: 0 is the first, 1 the second, and so on; linear between them, the
 * value of the end beyond the ends. Takes at least two stops.
 */
export function alongStops(stops: readonly number[], place: number): number {
  const last = stops.length - 1;
  const inside = Math.min(last, Math.max(0, place));
  const from = Math.min(last - 1, Math.floor(inside));
  const [a, b] = [stops[from]!, stops[from + 1]!];
  return a + (inside - from) * (b - a);
}
