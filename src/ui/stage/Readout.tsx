import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { levelInDeviations } from "../contour/model.ts";
import type { ShownCuts, ShownSlice } from "./hooks.ts";
import { Legend } from "./Legend.tsx";
import { placeText, valueAt } from "./model.ts";
import { overlayText } from "./overlay-text.ts";
import classes from "./readout.module.css";
import type { RunLayers } from "./run-layers.ts";
import type { Drawing } from "./use-drawing.ts";

interface ReadoutProps {
  readonly map: OpenedMap;
  readonly shown: ShownSlice | null;
  readonly overlay: ShownCuts | null;
  readonly run: RunLayers;
  readonly drawing: Drawing;
}

/** Where the crosshair is, what the map and its overlays hold there, and what the colours in the slices mean. */
export function Readout({ map, shown, overlay, run, drawing }: ReadoutProps) {
  const { voxel } = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const { box } = map.grid;
  const slice = shown?.index === voxel[2] ? shown.slice : null;
  const over = overlay?.index === voxel[2] ? overlayText({ axis: "z", voxel, box }, overlay.cuts, run) : "";
  return (
    <div className={classes.readout}>
      <span>
        voxel <b>{voxel.join(", ")}</b>
      </span>
      <span className={classes.place}>
        Å <b>{placeText(voxel, map.grid)}</b>
      </span>
      <span>
        value <b>{formatLevel(valueAt("z", voxel, { slice, box }))}</b>
      </span>
      <span>
        level <b>{formatLevel(level)}</b> = {levelInDeviations(level, map.statistics)}
      </span>
      {over && <b>{over}</b>}
      <Legend run={run} />
      {drawing.sayIn === "stage" && <span className={classes.drawn}>{drawing.note}</span>}
    </div>
  );
}
