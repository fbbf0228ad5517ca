/** Seconds spent on each step, by name, for `--timings`. */
export interface Stopwatch {
  /** Ends a step; the next begins. */
  lap(step: string): void;
  laps(): Readonly<Record<string, number>>;
}

export function startStopwatch(): Stopwatch {
  const laps: Record<string, number> = {};
  let last = performance.now();
  return {
    lap(step) {
      const now = performance.now();
      laps[step] = Math.round(now - last) / 1000;
      last = now;
    },
    laps: () => ({ ...laps }),
  };
}
