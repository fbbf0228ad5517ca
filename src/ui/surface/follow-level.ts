import type { IsoSurface, SurfaceOptions } from "../../engine/engine.ts";
import { latestOnly } from "../latest-only.ts";
import { isAbort } from "../messages.ts";

/** How long a level must rest before the surface is made in full, ms. */
export const SETTLED = 180;

interface Request extends SurfaceOptions {
  readonly level: number;
}

interface Listeners {
  readonly onSurface: (surface: IsoSurface, request: { level: number; detail: SurfaceOptions["detail"] }) => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Keeps a surface at a level that moves: a sketch of the latest level as fast as they can be made, and once the level
 * rests the surface in full, unless the sketch already is that. A surface that is still being made in full when the level
 * moves on is given up.
 */
export function followLevel(
  extract: (level: number, options: SurfaceOptions) => Promise<IsoSurface>,
  { onSurface, onFailure }: Listeners,
): { move(level: number): void; stop(): void } {
  let wanted = Number.NaN;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refining: AbortController | null = null;

  const latest = latestOnly(({ level, ...options }: Request) => extract(level, options), {
    onResult: (surface, { level, detail, signal }) => {
      if (signal?.aborted) return;
      if (level === wanted && surface.binning === 1) clearTimeout(timer);
      onSurface(surface, { level, detail: surface.binning === 1 ? "full" : detail });
    },
    onError: (error) => {
      if (!isAbort(error)) onFailure(error);
    },
  });

  const rest = () => {
    clearTimeout(timer);
    refining?.abort();
  };

  return {
    move: (level) => {
      rest();
      wanted = level;
      latest.ask({ level, detail: "sketch" });
      timer = setTimeout(() => {
        refining = new AbortController();
        latest.ask({ level, detail: "full", signal: refining.signal });
      }, SETTLED);
    },
    stop: () => {
      rest();
      latest.stop();
    },
  };
}
