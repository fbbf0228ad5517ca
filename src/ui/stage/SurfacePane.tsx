import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { drawCutOut } from "../../view/draw-rgb.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { useSurface } from "./hooks.ts";
import { surfaceLabel } from "./model.ts";
import classes from "./stage.module.css";

/** The isosurface from the report's three views, drawn by the processor whenever the level comes to rest. */
export function SurfacePane({ map }: { map: OpenedMap }) {
  const level = useAppState((state) => state.parameters.contourLevel);
  const view = useAppState((state) => state.view.surfaceView);
  const { setView } = useActions();
  const { views, state } = useSurface(map, level);
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = views?.[view];
  useEffect(() => {
    if (canvas.current && picture) drawCutOut(canvas.current, picture);
  }, [picture]);
  return (
    <div className={classes.surface}>
      <canvas
        ref={canvas}
        tabIndex={0}
        role="img"
        aria-label={surfaceLabel(map.fileName, level, view)}
        hidden={!picture}
      />
      <SegmentedControl
        className={classes.views}
        aria-label="View of the surface"
        value={String(view)}
        onChange={(value) => setView({ surfaceView: Number(value) as 0 | 1 | 2 })}
        data={["0", "1", "2"].map((value) => ({ value, label: `View ${Number(value) + 1}` }))}
      />
      {state === "drawing" && <p className={classes.note}>Drawing the surface at {formatLevel(level)}</p>}
      {state === "failed" && (
        <p className={classes.note}>No surface at {formatLevel(level)}: it could not be drawn at this level.</p>
      )}
    </div>
  );
}
