import { type RefObject, useCallback, useEffect, useRef } from "react";
import type { OpenedMap } from "../../engine/engine.ts";
import { CHIMERAX_VIEWS } from "../../report/drawing/views.ts";
import type { Pose } from "../../view/pose.ts";
import type { SurfaceScene } from "../../view/surface-scene.ts";
import { useActions, useAppState, useAppStore } from "../app-context.tsx";
import { extentOf, placeOf } from "./model.ts";
import type { ShownSurface } from "./use-iso-surface.ts";
import { freeMargin } from "./use-scene.ts";
import type { Turning } from "./use-turning.ts";

interface CameraOptions {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly map: OpenedMap;
  readonly shown: ShownSurface | null;
}

/** Shows a surface in a scene from the chosen view, until the visitor turns it; how it is turned. */
export function useCamera(scene: SurfaceScene | null, { canvas, map, shown }: CameraOptions): Turning {
  const { surfaceView: view, surfacePose } = useAppState((state) => state.view);
  const { setView } = useActions();
  const store = useAppStore();
  const pose = useRef<Pose | null>(null);
  const extent = useRef<ReturnType<typeof extentOf> | null>(null);

  const look = useCallback(
    (next: Pose) => {
      pose.current = next;
      scene?.look(next);
    },
    [scene],
  );

  useEffect(() => {
    if (!scene || !shown?.iso) return;
    scene.show({ surface: shown.iso.surface, colours: shown.iso.colours, ...placeOf(shown.iso, map.grid) });
    extent.current = extentOf(shown.iso, map.grid);
  }, [scene, shown, map.grid]);

  // A view frames the surface as it is now; while the level moves, the place of the camera stays.
  const first = shown?.iso ? map.id : null;
  useEffect(() => {
    if (first && surfacePose === "report" && extent.current) look({ turn: CHIMERAX_VIEWS[view], ...extent.current });
  }, [first, surfacePose, view, look]);

  const seen = useCallback(() => {
    if (!canvas.current || !pose.current || !extent.current) return null;
    const { width, height } = canvas.current.getBoundingClientRect();
    const side = Math.min(width, height - 2 * freeMargin(canvas.current));
    return width === 0 ? null : { pose: pose.current, framed: extent.current.half, side };
  }, [canvas]);
  const onPose = useCallback(
    (next: Pose) => {
      look(next);
      if (store.getState().view.surfacePose === "report") setView({ surfacePose: "own" });
    },
    [look, setView, store],
  );
  return { seen, onPose, onReset: () => setView({ surfacePose: "report" }) };
}
