import { formatLevel } from "../../core/format/numbers.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useAppState } from "../app-context.tsx";
import { levelInDeviations } from "../contour/model.ts";
import type { ShownSlice } from "./hooks.ts";
import { placeText, valueAt } from "./model.ts";
import classes from "./stage.module.css";

/** Where the crosshair is and what the map holds there. */
export function Readout({ map, shown, note }: { map: OpenedMap; shown: ShownSlice | null; note: string }) {
  const { voxel } = useAppState((state) => state.view);
  const level = useAppState((state) => state.parameters.contourLevel);
  const slice = shown?.index === voxel[2] ? shown.slice : null;
  return (
    <div className={classes.readout}>
      <span>
        voxel <b>{voxel.join(", ")}</b>
      </span>
      <span className={classes.place}>
        Å <b>{placeText(voxel, map.grid)}</b>
      </span>
      <span>
        value <b>{formatLevel(valueAt("z", voxel, { slice, box: map.grid.box }))}</b>
      </span>
      <span>
        level <b>{formatLevel(level)}</b> = {levelInDeviations(level, map.statistics)}
      </span>
      <span className={classes.drawn}>{note}</span>
    </div>
  );
}
