/** Uniform numbers in [-0.5, 0.5) from the linear congruential generator of the conformance vectors; same on every machine. */
export function seededRandom(seed = 1): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}
