import { formatDecimal } from "../../core/format/numbers.ts";
import type { Axis, Grid } from "../../core/volume/grid.ts";
import { scaleBarLength } from "../../view/slice-geometry.ts";
import { sliceWidth } from "./model.ts";
import classes from "./slice-pane.module.css";

interface ScaleBarProps {
  readonly grid: Grid;
  readonly axis: Axis;
  /** Of the slice, CSS pixels. */
  readonly width: number;
  /** Of its pane. */
  readonly room: number;
}

/** A round length in the part of the slice that is seen. */
export function ScaleBar({ grid, axis, width, room }: ScaleBarProps) {
  const across = sliceWidth(axis, grid);
  const length = scaleBarLength((across * Math.min(1, room / width)) / 3);
  return (
    <span className={classes.scale}>
      {formatDecimal(length, length < 1 ? 1 : 0)} Å<i style={{ width: (length / across) * width }} />
    </span>
  );
}
