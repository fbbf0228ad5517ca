import { Suspense, useMemo } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { lazyPart } from "../lazy-part.ts";
import { shownRun } from "../store.ts";
import { SurfacePane } from "../surface/SurfacePane.tsx";
import { STAGE } from "./full-screen.ts";
import { useSlice } from "./hooks.ts";
import { runLayers } from "./layers.ts";
import { Readout } from "./Readout.tsx";
import { SlicePane } from "./SlicePane.tsx";
import { StageTools } from "./StageTools.tsx";
import classes from "./stage.module.css";
import { useDrawing } from "./use-drawing.ts";

const DisplayPanel = lazyPart(() => import("./DisplayPanel.tsx").then((part) => part.DisplayPanel));

const FILM: readonly Axis[] = ["z", "y", "x"];

/** The map itself: surface and three slices. It stays where it is from drop to report. */
export function Stage({ map, as }: { map: OpenedMap; as: "stage" | "linkedView" }) {
  const { panes, voxel, display } = useAppState((state) => state.view);
  const slices = {
    x: useSlice(map, "x", voxel[0]),
    y: useSlice(map, "y", voxel[1]),
    z: useSlice(map, "z", voxel[2]),
  };
  const run = useAppState((state) => shownRun(state.run));
  const reading = useAppState((state) => state.reading);
  const layers = useMemo(() => runLayers(run, reading), [run, reading]);
  const drawing = useDrawing(map);
  return (
    <section id={STAGE} className={classes.stage} data-as={as} aria-label="The map">
      <StageTools layers={layers} />
      <div className={classes.panes} data-panes={panes}>
        <SurfacePane map={map} />
        <div className={classes.film}>
          {FILM.map((axis) => (
            <SlicePane key={axis} map={map} axis={axis} shown={slices[axis]} runLayers={layers} drawing={drawing} />
          ))}
        </div>
      </div>
      {display === "open" && (
        <Suspense fallback={null}>
          <DisplayPanel map={map} note={drawing.note} />
        </Suspense>
      )}
      <Readout map={map} shown={slices.z} note={drawing.note} />
    </section>
  );
}
