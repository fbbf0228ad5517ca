/** What a worker says once its life can be watched. */
export const ALIVE = "alive";

/**
 * Holds a lock of the worker's own name for as long as it lives, and says so. A worker that the browser ends for want of
 * memory sends no event; its lock is given back all the same, whatever the worker was doing.
 */
export function showLife(scope: DedicatedWorkerGlobalScope): void {
  const hold = () => {
    scope.postMessage(ALIVE);
    return new Promise<never>(() => {});
  };
  // Absent where the page has no secure context; then only a worker that reports its end is known to have ended.
  void scope.navigator.locks?.request(scope.name, hold);
}
