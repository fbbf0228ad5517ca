import { useEffect, useState } from "react";
import type { IsoSurface, OpenedMap, SurfaceOptions } from "../../engine/engine.ts";
import { useEngine } from "../app-context.tsx";
import { followLevel } from "./follow-level.ts";

/** A surface, the level it was made at and how fine it is. */
export interface ShownSurface {
  readonly mapId: string;
  readonly level: number;
  readonly detail: SurfaceOptions["detail"];
  /** `null` where it could not be made. */
  readonly iso: IsoSurface | null;
}

/** The surface at a level that moves; until the next one is there, the last one of the same map stays. A colouring must be one object for as long as it is the same. */
export function useIsoSurface(
  map: OpenedMap,
  level: number,
  colouring: SurfaceOptions["colouring"],
): ShownSurface | null {
  const engine = useEngine();
  const [shown, setShown] = useState<ShownSurface | null>(null);
  const [follower, setFollower] = useState<ReturnType<typeof followLevel> | null>(null);
  useEffect(() => {
    const mapId = map.id;
    const started = followLevel((wanted, options) => engine.surface(mapId, wanted, { ...options, colouring }), {
      onSurface: (iso, made) => setShown({ mapId, iso, ...made }),
      onFailure: () => setShown({ mapId, iso: null, level: Number.NaN, detail: "full" }),
    });
    setFollower(started);
    return started.stop;
  }, [engine, map.id, colouring]);
  useEffect(() => follower?.move(level), [follower, level]);
  return shown?.mapId === map.id ? shown : null;
}
