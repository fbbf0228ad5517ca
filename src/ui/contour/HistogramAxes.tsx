import { decadeTicks, linearTicks } from "../../report/plots/ticks.ts";
import classes from "./contour.module.css";
import type { LevelRange } from "./model.ts";
import { PICTURE, type Scales } from "./picture.ts";

const { left, right, base } = PICTURE;

/** The lines of the decades of voxels, behind the bars. */
export function VoxelAxis({ decades, y }: { decades: number; y: Scales["y"] }) {
  return decadeTicks(1, 10 ** decades).map((tick) => (
    <g key={tick.value}>
      <line className={classes.grid} x1={left} x2={right} y1={y(tick.value)} y2={y(tick.value)} />
      <text x={left - 5} y={y(tick.value) + 4} textAnchor="end">
        {tick.label}
      </text>
    </g>
  ));
}

/** The axis of levels, under the bars. */
export function LevelAxis({ range, x }: { range: LevelRange; x: Scales["x"] }) {
  return (
    <>
      <line className={classes.axis} x1={left} x2={right} y1={base} y2={base} />
      {linearTicks(range.low, range.high, 6).map((tick) => (
        <text key={tick.value} x={x(tick.value)} y={base + 14} textAnchor="middle">
          {tick.label}
        </text>
      ))}
    </>
  );
}
