import { Suspense, useMemo } from "react";
import type { Axis } from "../../core/volume/grid.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { lazyPart } from "../lazy-part.ts";
import { shownRun } from "../state/run.ts";
import { SurfacePane } from "../surface/SurfacePane.tsx";
import { STAGE } from "./full-screen.ts";
import { useOverlayCuts, useSlice } from "./hooks.ts";
import { neededOverlays } from "./layers.ts";
import { Readout } from "./Readout.tsx";
import { runLayers } from "./run-layers.ts";
import { SlicePane } from "./SlicePane.tsx";
import { StageTools } from "./StageTools.tsx";
import { PICTURED } from "./save-picture.ts";
import classes from "./stage.module.css";
import { useDrawing } from "./use-drawing.ts";

const DisplayPanel = lazyPart(() => import("./DisplayPanel.tsx").then((part) => part.DisplayPanel));

const FILM: readonly Axis[] = ["z", "y", "x"];

/** The map itself: surface and three slices. It stays where it is from drop to report. */
export function Stage({ map, as }: { map: OpenedMap; as: "stage" | "linkedView" }) {
  const view = useAppState((state) => state.view);
  const { panes, voxel, display } = view;
  const slices = {
    x: useSlice(map, "x", voxel[0]),
    y: useSlice(map, "y", voxel[1]),
    z: useSlice(map, "z", voxel[2]),
  };
  const { results, parameters } = useAppState((state) => shownRun(state.run));
  const reading = useAppState((state) => state.reading);
  const run = useMemo(() => runLayers({ results, parameters }, reading), [results, parameters, reading]);
  const over = { needed: neededOverlays(view, run), run };
  const cuts = {
    x: useOverlayCuts(map, { axis: "x", index: voxel[0] }, over),
    y: useOverlayCuts(map, { axis: "y", index: voxel[1] }, over),
    z: useOverlayCuts(map, { axis: "z", index: voxel[2] }, over),
  };
  const drawing = useDrawing(map);
  return (
    <section id={STAGE} className={classes.stage} data-as={as} aria-label="The map">
      <StageTools map={map} />
      <div className={classes.panes} data-panes={panes} {...{ [PICTURED]: "" }}>
        <SurfacePane map={map} />
        <div className={classes.film}>
          {FILM.map((axis) => (
            <SlicePane
              key={axis}
              map={map}
              axis={axis}
              shown={slices[axis]}
              overlay={cuts[axis]}
              runLayers={run}
              drawing={drawing}
            />
          ))}
        </div>
      </div>
      {display === "open" && (
        <Suspense fallback={null}>
          <DisplayPanel map={map} run={run} note={drawing.note} />
        </Suspense>
      )}
      <Readout map={map} shown={slices.z} overlay={cuts.z} run={run} drawing={drawing} />
    </section>
  );
}
