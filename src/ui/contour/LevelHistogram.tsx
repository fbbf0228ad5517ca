import { useMemo } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { ContourSuggestion } from "../../core/volume/contour-suggestion.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { decadeTicks, linearTicks } from "../../report/plots/ticks.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { markedIndex, markOf } from "../marked/bins.ts";
import { MarkedBinField } from "../marked/MarkedBinField.tsx";
import classes from "./contour.module.css";
import { useLevelHandle } from "./hooks.ts";
import { barsWithin, histogramDescription, type LevelRange, levelRange, volumeCurve } from "./model.ts";
import { pieceBands } from "./piece-bands.ts";
import { Ribbon } from "./Ribbon.tsx";

const WIDTH = 408;
const HEIGHT = 178;
const AXIS = { left: 30, right: 400, width: WIDTH };
const TOP = 24;
const BASE = 140;

interface LevelHistogramProps {
  readonly map: OpenedMap;
  readonly suggestions: readonly ContourSuggestion[];
  readonly level: number;
  readonly onLevel: (level: number) => void;
}

/** The log histogram of the map values, the voxels above each level, and the pieces there; the level can be dragged, a bar clicked to mark its voxels. */
export function LevelHistogram({ map, suggestions, level, onLevel }: LevelHistogramProps) {
  const suggested = suggestions[0]?.level ?? null;
  const { bars, curve, ribbon, range } = useMemo(() => {
    const levels = suggestions.map((suggestion) => suggestion.level);
    const shown = levelRange(map.histogram, levels);
    return {
      bars: barsWithin(map.histogram, shown),
      curve: volumeCurve(map.histogram, shown),
      ribbon: pieceBands(map.ladder, shown),
      range: shown,
    };
  }, [map, suggestions]);
  const marked = useAppState((state) => state.view.marked);
  const { setView } = useActions();
  const chosen = markedIndex("map", bars, marked);
  const onClick = (target: Element) => {
    const bar = target.getAttribute("data-bar");
    if (bar === null) return "level";
    setView({ marked: chosen === Number(bar) ? null : markOf("map", bars, Number(bar)) });
    return "taken";
  };
  const { svg, onKeyDown, ...pointer } = useLevelHandle({ range, axis: AXIS, level, onLevel, onClick });
  const tallest = Math.log10(Math.max(10, curve[0]?.voxels ?? 0, ...bars.map((bar) => bar.voxels)));
  const x = (value: number) => position(value, range);
  const y = (voxels: number) => BASE - ((BASE - TOP) * Math.log10(Math.max(1, voxels))) / tallest;
  return (
    <>
      <svg ref={svg} className={classes.histogram} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} {...pointer}>
        <title>{histogramDescription(range, level)}</title>
        {decadeTicks(1, 10 ** tallest).map((tick) => (
          <g key={tick.value}>
            <line className={classes.grid} x1={AXIS.left} x2={AXIS.right} y1={y(tick.value)} y2={y(tick.value)} />
            <text x={AXIS.left - 5} y={y(tick.value) + 4} textAnchor="end">
              {tick.label}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => (
          <rect
            key={bar.from}
            data-bar={i}
            className={i === chosen ? classes.marked : bar.from >= level ? classes.above : classes.below}
            x={x(bar.from)}
            width={Math.max(0.5, x(bar.to) - x(bar.from) - 0.5)}
            y={y(bar.voxels)}
            height={BASE - y(bar.voxels)}
          />
        ))}
        <polyline className={classes.curve} points={curve.map((at) => `${x(at.level)},${y(at.voxels)}`).join(" ")} />
        <line className={classes.axis} x1={AXIS.left} x2={AXIS.right} y1={BASE} y2={BASE} />
        {linearTicks(range.low, range.high, 6).map((tick) => (
          <text key={tick.value} x={x(tick.value)} y={BASE + 14} textAnchor="middle">
            {tick.label}
          </text>
        ))}
        <Ribbon bands={ribbon} x={x} y={BASE + 20} />
        {suggested !== null && suggested !== level && (
          <g className={classes.suggested}>
            <line x1={x(suggested)} x2={x(suggested)} y1={18} y2={BASE} />
            <text x={x(suggested)} y={13} textAnchor="middle">
              suggested {formatLevel(suggested)}
            </text>
          </g>
        )}
        <g
          className={classes.marker}
          role="slider"
          tabIndex={0}
          aria-label="Contour level"
          aria-valuemin={range.low}
          aria-valuemax={range.high}
          aria-valuenow={level}
          aria-valuetext={formatLevel(level)}
          onKeyDown={onKeyDown}
          transform={`translate(${x(level)} 0)`}
        >
          <line x1={0} x2={0} y1={18} y2={BASE} />
          <path d="M-6 16h12v8l-6 6-6-6z" />
          <rect x={-12} y={8} width={24} height={BASE - 8} fill="transparent" stroke="none" />
        </g>
      </svg>
      <MarkedBinField of="map" bins={bars} format={formatLevel} />
    </>
  );
}

function position(value: number, { low, high }: LevelRange): number {
  const fraction = (value - low) / (high - low || 1);
  return AXIS.left + (AXIS.right - AXIS.left) * Math.min(1, Math.max(0, fraction));
}
