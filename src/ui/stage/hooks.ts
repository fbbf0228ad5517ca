import { useCallback, useEffect, useState } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { OpenedMap, Overlay, SlicePlace } from "../../engine/engine.ts";
import type { FigureSlice } from "../../report/figures.ts";
import { useEngine } from "../app-context.tsx";
import { latestOnly } from "../latest-only.ts";
import type { OverlayCuts } from "./layers.ts";
import type { RunLayers } from "./run-layers.ts";

/** A slice and the index that it was cut at. */
export interface ShownSlice {
  readonly index: number;
  readonly slice: FigureSlice;
}

/** The slice at an index; while it is fetched, the one before it stays. Fast scrubbing skips slices, never queues them. */
export function useSlice(map: OpenedMap, axis: Axis, index: number): ShownSlice | null {
  const engine = useEngine();
  const cut = useCallback(
    async (wanted: number) => ({ index: wanted, slice: await engine.slice(map.id, axis, wanted) }),
    [engine, map.id, axis],
  );
  return useLatest(cut, index);
}

/** Slices of overlays and the index that they were cut at. */
export interface ShownCuts {
  readonly index: number;
  readonly cuts: OverlayCuts;
}

/** The slices of all that is laid over a map at an index, and of a run's results; `null` while none has come. */
export function useOverlayCuts(
  map: OpenedMap,
  { axis, index }: SlicePlace,
  { needed, run }: { needed: readonly Overlay[]; run: RunLayers },
): ShownCuts | null {
  const engine = useEngine();
  const names = needed.join(" ");
  const cut = useCallback(
    async (wanted: number) => {
      const overlays = names.split(" ").filter(Boolean) as Overlay[];
      const slices = overlays.map(async (overlay) => {
        const slice = await engine.overlaySlice(map.id, overlay, run.maskLevel ?? 0, { axis, index: wanted });
        return [overlay, slice] as const;
      });
      return { index: wanted, cuts: Object.fromEntries(await Promise.all(slices)) as OverlayCuts };
    },
    [engine, map.id, axis, names, run],
  );
  return useLatest(cut, index);
}

function useLatest<Result>(cut: (index: number) => Promise<Result>, index: number): Result | null {
  const [shown, setShown] = useState<{ cut: typeof cut; result: Result } | null>(null);
  const [requests, setRequests] = useState<{ ask(index: number): void } | null>(null);
  useEffect(() => {
    const latest = latestOnly(cut, {
      onResult: (result) => setShown({ cut, result }),
      // A slice that cannot be cut leaves the last one; what is wrong with a map is told where it is opened.
      onError: () => {},
    });
    setRequests(latest);
    return latest.stop;
  }, [cut]);
  useEffect(() => requests?.ask(index), [requests, index]);
  return shown?.cut === cut ? shown.result : null;
}
