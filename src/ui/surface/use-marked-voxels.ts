import { useEffect, useState } from "react";
import type { MarkedVoxels, OpenedMap } from "../../engine/engine.ts";
import type { SurfaceScene } from "../../view/surface-scene.ts";
import { useAppState, useEngine } from "../app-context.tsx";
import type { MarkedBin } from "../state/view.ts";
import { spaceOf } from "./model.ts";

/** More discs than this hide each other, and the surface. */
const MOST = 60_000;
const NONE = new Float32Array(0);

/** The voxels of a marked bar, and which bar it was. */
interface Found {
  readonly bin: MarkedBin;
  readonly voxels: MarkedVoxels;
}

/** Draws the voxels of the marked bar in a scene; the voxels, once they are there. */
export function useMarkedVoxels(scene: SurfaceScene | null, map: OpenedMap): MarkedVoxels | null {
  const engine = useEngine();
  const bin = useAppState((state) => state.view.marked);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!bin) return;
    let state: "wanted" | "over" = "wanted";
    engine
      .voxelsWithin(map.id, { ...bin, most: MOST })
      .then((voxels) => state === "wanted" && setFound(voxels && { bin, voxels }))
      // A map that was closed meanwhile has nothing to mark.
      .catch(() => state === "wanted" && setFound(null));
    return () => {
      state = "over";
    };
  }, [engine, map.id, bin]);

  const voxels = bin && found?.bin === bin ? found.voxels : null;
  useEffect(() => {
    scene?.showMarks({ places: voxels?.places ?? NONE, ...spaceOf(voxels?.grid ?? map.grid, map.grid) });
  }, [scene, voxels, map.grid]);
  return voxels;
}
