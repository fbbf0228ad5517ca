/**
 * Wraps an asynchronous task so that one call is under way at a time and, of those asked for meanwhile, only the
 * latest runs next; the others are dropped. `onResult` hears every call that ran to its end, `onError` every failure.
 */
export function latestOnly<Request, Result>(
  task: (request: Request) => Promise<Result>,
  { onResult, onError }: { onResult: (result: Result, request: Request) => void; onError: (error: unknown) => void },
): { ask(request: Request): void; stop(): void } {
  let waiting: { request: Request } | null = null;
  let state: "idle" | "busy" | "stopped" = "idle";

  async function work(first: Request) {
    state = "busy";
    for (let next: { request: Request } | null = { request: first }; next; next = waiting) {
      waiting = null;
      try {
        const result = await task(next.request);
        if (isStopped()) return;
        onResult(result, next.request);
      } catch (error) {
        if (isStopped()) return;
        onError(error);
      }
    }
    state = "idle";
  }
  // Asked for through a function, because the state changes while `work` waits.
  const isStopped = () => state === "stopped";

  return {
    ask: (request) => {
      if (state === "idle") void work(request);
      else if (state === "busy") waiting = { request };
    },
    stop: () => {
      state = "stopped";
      waiting = null;
    },
  };
}
