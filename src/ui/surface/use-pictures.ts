import { useEffect, useState } from "react";
import type { OpenedMap, SurfaceOptions } from "../../engine/engine.ts";
import type { RgbImage } from "../../report/figures.ts";
import { useEngine } from "../app-context.tsx";

/** The isosurface at a level, and whether it is the one asked for. */
export interface ShownPictures {
  readonly views: readonly RgbImage[] | null;
  readonly state: "drawn" | "drawing" | "failed";
}

/** How long a level must rest before its surface is drawn, ms. */
const SETTLED = 200;
/** Pixels a side: first a sketch, then the picture. */
const SIZES = [320, 760];

interface Drawn {
  readonly mapId: string;
  readonly level: number;
  /** `undefined` while it is plain. */
  readonly colouring: SurfaceOptions["colouring"];
  readonly views: readonly RgbImage[] | null;
  readonly finish: "sketch" | "picture";
}

/** The surface pictures at the level on which the user settles; an older request is cancelled. A colouring must be one object for as long as it is the same. */
export function usePictures(map: OpenedMap, level: number, colouring: SurfaceOptions["colouring"]): ShownPictures {
  const engine = useEngine();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const draw = async () => {
      for (const size of SIZES) {
        const views = await engine.drawSurface(map.id, level, { size, signal, colouring });
        if (signal.aborted) return;
        setDrawn({ mapId: map.id, level, colouring, views, finish: size === SIZES.at(-1) ? "picture" : "sketch" });
      }
    };
    const timer = setTimeout(() => {
      draw().catch(() => {
        if (!signal.aborted) setDrawn({ mapId: map.id, level, colouring, views: null, finish: "picture" });
      });
    }, SETTLED);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [engine, map.id, level, colouring]);
  const views = drawn?.mapId === map.id ? drawn.views : null;
  const isCurrent = drawn?.mapId === map.id && drawn.level === level && drawn.colouring === colouring;
  if (!isCurrent || drawn.finish === "sketch") return { views, state: "drawing" };
  return { views, state: views ? "drawn" : "failed" };
}
