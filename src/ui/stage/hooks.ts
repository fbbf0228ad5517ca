import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import type { FigureSlice } from "../../report/figures.ts";
import { useEngine } from "../app-context.tsx";
import { latestOnly } from "./latest-only.ts";

/** A slice and the index that it was cut at. */
export interface ShownSlice {
  readonly index: number;
  readonly slice: FigureSlice;
}

/** The slice at an index; while it is fetched, the one before it stays. Fast scrubbing skips slices, never queues them. */
export function useSlice(map: OpenedMap, axis: Axis, index: number): ShownSlice | null {
  const engine = useEngine();
  const cut = useCallback((wanted: number) => engine.slice(map.id, axis, wanted), [engine, map.id, axis]);
  return useCut(cut, index);
}

/** The hard mask's slice at an index; `null` where there is no mask at the level. */
export function useMaskSlice(
  map: OpenedMap,
  axis: Axis,
  { index, level }: { index: number; level: number | null },
): ShownSlice | null {
  const engine = useEngine();
  const cut = useCallback(
    async (wanted: number) =>
      level === null ? null : engine.overlaySlice(map.id, "hardMask", level, { axis, index: wanted }),
    [engine, map.id, axis, level],
  );
  return useCut(cut, index);
}

function useCut(cut: (index: number) => Promise<FigureSlice | null>, index: number): ShownSlice | null {
  const [shown, setShown] = useState<{ cut: typeof cut; slice: ShownSlice | null } | null>(null);
  const [requests, setRequests] = useState<{ ask(index: number): void } | null>(null);
  useEffect(() => {
    const latest = latestOnly(cut, {
      onResult: (slice, wanted) => setShown({ cut, slice: slice && { index: wanted, slice } }),
      // A slice that cannot be cut leaves the last one; what is wrong with a map is told where it is opened.
      onError: () => {},
    });
    setRequests(latest);
    return latest.stop;
  }, [cut]);
  useEffect(() => requests?.ask(index), [requests, index]);
  return shown?.cut === cut ? shown.slice : null;
}

/** The size of an element in device pixels, kept up to date. */
export function useDeviceSize(element: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(() => {
      const density = window.devicePixelRatio;
      setSize({ width: Math.round(target.clientWidth * density), height: Math.round(target.clientHeight * density) });
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
