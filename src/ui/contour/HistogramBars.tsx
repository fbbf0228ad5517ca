import type { HistogramBar } from "../../core/volume/histogram.ts";
import classes from "./contour.module.css";
import { PICTURE, type Scales } from "./picture.ts";

interface HistogramBarsProps {
  readonly bars: readonly HistogramBar[];
  /** Bars that begin here or above are drawn as above the level. */
  readonly level: number;
  /** Index of the bar whose voxels are marked; −1 for none. */
  readonly marked: number;
  readonly scales: Scales;
}

/** Voxels in each bar of map values; `data-bar` tells which one was clicked. */
export function HistogramBars({ bars, level, marked, scales: { x, y } }: HistogramBarsProps) {
  return bars.map((bar, i) => (
    <rect
      key={bar.from}
      data-bar={i}
      className={i === marked ? classes.marked : bar.from >= level ? classes.above : classes.below}
      x={x(bar.from)}
      width={Math.max(0.5, x(bar.to) - x(bar.from) - 0.5)}
      y={y(bar.voxels)}
      height={PICTURE.base - y(bar.voxels)}
    />
  ));
}
