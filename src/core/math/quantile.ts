/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan, Am. Stat. 50 (1996) 361; the
 * default of numpy.quantile and R): position h = fraction·(n − 1), counted from 0.
 *
 * @param sorted ascending, without NaN; read only. @param fraction 0 to 1.
 * @returns in the unit of the values, interpolated in float64 (numpy keeps float32 for float32 input); NaN if empty.
 * @throws RangeError if the fraction is not between 0 and 1.
 */
export function quantile(sorted: Float32Array | Float64Array, fraction: number): number {
  if (!(fraction >= 0 && fraction <= 1))
    throw new RangeError(`A quantile needs a fraction from 0 to 1, got ${fraction}.`);
  if (sorted.length === 0) return Number.NaN;
  const position = fraction * (sorted.length - 1);
  const index = Math.floor(position);
  const below = sorted[index]!;
  const above = sorted[Math.min(index + 1, sorted.length - 1)]!;
  return interpolate(below, above, position - index);
}

/** {@link quantile} at percent/100, as numpy.percentile. */
export function percentile(sorted: Float32Array | Float64Array, percent: number): number {
  return quantile(sorted, percent / 100);
}

/** From the nearer end, as numpy does: the result never passes it and equals it at weight 0 and 1. */
function interpolate(below: number, above: number, weight: number): number {
  const step = above - below;
  return weight < 0.5 ? below + step * weight : above - step * (1 - weight);
}
