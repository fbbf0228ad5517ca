/** The middle value; the mean of the middle two for an even count. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Least-squares slope of ln y against ln x: the power with which y grows. */
export function exponent(xs, ys) {
  const [u, v] = [xs.map(Math.log), ys.map(Math.log)];
  const mean = (a) => a.reduce((sum, value) => sum + value, 0) / a.length;
  const [mu, mv] = [mean(u), mean(v)];
  const products = u.reduce((sum, value, i) => sum + (value - mu) * (v[i] - mv), 0);
  return products / u.reduce((sum, value) => sum + (value - mu) ** 2, 0);
}

/** Calls every contender once a round, in order, and waits for each: A B A B … @returns results by name, one a round */
export async function inTurns(rounds, contenders) {
  const results = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) results[name].push(await run());
  }
  return results;
}

/** Median over the rounds of slow / fast. */
export function pairedRatio(slow, fast) {
  return median(slow.map((value, round) => value / fast[round]));
}
