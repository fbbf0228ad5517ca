import { type ReactNode, useEffect, useRef } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { drawCutOut } from "../../view/draw-rgb.ts";
import { useAppState } from "../app-context.tsx";
import { ColourChoice, ColourKey } from "./ColourKey.tsx";
import { surfaceLabel } from "./model.ts";
import classes from "./surface.module.css";
import { useColourings } from "./use-colourings.ts";
import { usePictures } from "./use-pictures.ts";

interface SurfacePicturesProps {
  readonly map: OpenedMap;
  /** Why there are only pictures. */
  readonly reason: string;
  /** The buttons above the surface. */
  readonly children: ReactNode;
}

/** The isosurface from the report's three views, drawn by the processor whenever the level comes to rest. */
export function SurfacePictures({ map, reason, children }: SurfacePicturesProps) {
  const level = useAppState((state) => state.parameters.contourLevel);
  const view = useAppState((state) => state.view.surfaceView);
  const { offered, chosen, asked } = useColourings();
  const { views, state } = usePictures(map, level, asked);
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = views?.[view];
  useEffect(() => {
    if (canvas.current && picture) drawCutOut(canvas.current, picture);
  }, [picture]);
  return (
    <>
      <canvas
        ref={canvas}
        className={classes.picture}
        tabIndex={0}
        role="img"
        aria-label={surfaceLabel(map.fileName, level, { view, pose: "report" })}
        hidden={!picture}
      />
      <div className={classes.foot}>
        <p className={classes.note}>
          {state === "drawing" && `Drawing the surface at ${formatLevel(level)}. `}
          {state === "failed" && `No surface at ${formatLevel(level)}: it could not be drawn at this level. `}
          {reason}
        </p>
        {chosen && <ColourKey colouring={chosen} pieces={null} />}
      </div>
      <div className={classes.views}>
        {children}
        <ColourChoice offered={offered} chosen={chosen} />
      </div>
    </>
  );
}
