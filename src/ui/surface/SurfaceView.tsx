import { type ReactNode, useRef } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { IsoSurface, OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { ColourChoice, ColourKey } from "./ColourKey.tsx";
import { HelixKey } from "./HelixKey.tsx";
import { MarkedKey } from "./MarkedKey.tsx";
import { coarseness, surfaceLabel } from "./model.ts";
import classes from "./surface.module.css";
import { useCamera } from "./use-camera.ts";
import { useColourings } from "./use-colourings.ts";
import { useHelices, useHelixClicks, useHelixScene } from "./use-helices.ts";
import { type ShownSurface, useIsoSurface } from "./use-iso-surface.ts";
import { useMarkedVoxels } from "./use-marked-voxels.ts";
import { useScene, useSceneColours, useSceneSize } from "./use-scene.ts";
import { useTurning } from "./use-turning.ts";

interface SurfaceViewProps {
  /** The buttons above the surface. */
  readonly children: ReactNode;
  readonly map: OpenedMap;
  /** Called when the surface cannot be drawn here any longer. */
  readonly onFailure: (reason: "noWebGl" | "contextLost") => void;
}

/** The isosurface, to be turned, following the level. */
export function SurfaceView({ map, onFailure, children }: SurfaceViewProps) {
  const level = useAppState((state) => state.parameters.contourLevel);
  const { surfaceView: view, surfacePose: pose } = useAppState((state) => state.view);
  const { offered, chosen, asked } = useColourings();
  const shown = useIsoSurface(map, level, asked);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useScene(canvas, onFailure);
  const camera = useCamera(scene, { canvas, map, shown });
  const turning = useTurning(canvas, camera);
  const helices = useHelices(map);
  const clicks = useHelixClicks(helices, camera.seen);
  useHelixScene(scene, canvas, helices);
  const marked = useMarkedVoxels(scene, map);
  useSceneSize(scene, canvas, offered.length);
  useSceneColours(scene, canvas);

  const note = noteOf(shown, level);
  return (
    <>
      <canvas
        ref={canvas}
        className={classes.scene}
        tabIndex={0}
        role="img"
        aria-label={surfaceLabel(map.fileName, level, { view, pose })}
        aria-description="Arrow keys turn it, with Shift they move it; plus and minus zoom, Page Up and Page Down roll, Home goes back to the view."
        data-level={shown?.level}
        data-detail={shown?.detail}
        {...turning}
        {...clicks}
      />
      <div className={classes.foot}>
        {note && <p className={classes.note}>{note}</p>}
        {chosen && <ColourKey colouring={chosen} pieces={piecesOf(shown)} />}
        {marked && <MarkedKey voxels={marked} />}
        {helices.length > 0 && <HelixKey helices={helices} />}
      </div>
      <div className={classes.views}>
        {children}
        <ColourChoice offered={offered} chosen={chosen} />
      </div>
    </>
  );
}

/** Pieces of a binned map are others than those of the map. */
function piecesOf(shown: ShownSurface | null): IsoSurface["pieces"] {
  return shown?.iso?.binning === 1 ? shown.iso.pieces : null;
}

function noteOf(shown: ShownSurface | null, level: number): string {
  if (!shown) return `Drawing the surface at ${formatLevel(level)}`;
  if (!shown.iso) return `No surface at ${formatLevel(level)}: it could not be drawn at this level.`;
  if (!shown.iso.frame) return `Nothing of the map reaches ${formatLevel(shown.level)}.`;
  return coarseness(shown.iso, shown.detail);
}
