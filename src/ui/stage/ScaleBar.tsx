import { formatDecimal } from "../../core/format/numbers.ts";
import type { Axis, Grid } from "../../core/volume/grid.ts";
import { scaleBarLength } from "../../view/slice-geometry.ts";
import { sliceWidth } from "./model.ts";
import classes from "./slice-pane.module.css";

/** A round length in the slice; `width` is the slice's own in CSS pixels. */
export function ScaleBar({ grid, axis, width }: { grid: Grid; axis: Axis; width: number }) {
  const across = sliceWidth(axis, grid);
  const length = scaleBarLength(across / 3);
  return (
    <span className={classes.scale}>
      {formatDecimal(length, 0)} Å<i style={{ width: (length / across) * width }} />
    </span>
  );
}
