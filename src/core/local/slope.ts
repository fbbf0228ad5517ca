/**
 * Weights w with Σ w_i·y_i = the least-squares slope of y against f², w_i = (x_i − x̄)/Σ(x − x̄)². Where all abscissae are equal
 * (a resolution of exactly 15 Å) the slope of numpy's pseudo-inverse, x/((1 + x²)·n), which means nothing.
 * @param frequencies 1/Å @returns Å²
 */
export function slopeWeights(frequencies: readonly number[]): number[] {
  const x = frequencies.map((f) => f * f);
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  if (x.every((value) => value === x[0])) return x.map((value) => value / ((1 + value * value) * x.length));
  const spread = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return x.map((value) => (value - mean) / spread);
}

/** The slope of values at those frequencies. */
export function slopeOf(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
}
