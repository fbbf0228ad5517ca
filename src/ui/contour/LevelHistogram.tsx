import { useMemo } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { ContourSuggestion } from "../../core/volume/contour-suggestion.ts";
import type { HistogramBar } from "../../core/volume/histogram.ts";
import type { OpenedMap } from "../../engine/engine.ts";
import { useActions, useAppState } from "../app-context.tsx";
import { markedIndex, markOf } from "../marked/bins.ts";
import { MarkedBinField } from "../marked/MarkedBinField.tsx";
import classes from "./contour.module.css";
import { LevelAxis, VoxelAxis } from "./HistogramAxes.tsx";
import { HistogramBars } from "./HistogramBars.tsx";
import { useLevelHandle } from "./hooks.ts";
import { Candidates, LevelMarker, SuggestedMark } from "./LevelMarks.tsx";
import { barsWithin, histogramDescription, levelRange, volumeCurve } from "./model.ts";
import { PICTURE, scalesOf } from "./picture.ts";
import { pieceBands } from "./piece-bands.ts";
import { Ribbon } from "./Ribbon.tsx";

interface LevelHistogramProps {
  readonly map: OpenedMap;
  readonly suggestions: readonly ContourSuggestion[];
  readonly level: number;
  readonly onLevel: (level: number) => void;
}

/** The log histogram of the map values, the voxels above each level, and the pieces there; the level can be dragged, a bar clicked to mark its voxels. */
export function LevelHistogram({ map, suggestions, level, onLevel }: LevelHistogramProps) {
  const { bars, curve, ribbon, range, scales, decades } = useMemo(
    () => pictureOf(map, suggestions),
    [map, suggestions],
  );
  const { marked, onClick } = useMarkedBar(bars);
  const { svg, onKeyDown, ...pointer } = useLevelHandle({ range, level, onLevel, onClick });
  const suggested = suggestions[0]?.level ?? null;
  const { x, y } = scales;
  return (
    <>
      <svg ref={svg} className={classes.histogram} viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} {...pointer}>
        <title>{histogramDescription(range, level)}</title>
        <VoxelAxis decades={decades} y={y} />
        <HistogramBars bars={bars} level={level} marked={marked} scales={scales} />
        <polyline className={classes.curve} points={curve.map((at) => `${x(at.level)},${y(at.voxels)}`).join(" ")} />
        <LevelAxis range={range} x={x} />
        <Ribbon bands={ribbon} x={x} y={PICTURE.base + 20} />
        <Candidates suggestions={suggestions} histogram={map.histogram} scales={scales} />
        {suggested !== null && suggested !== level && <SuggestedMark level={suggested} at={x(suggested)} />}
        <LevelMarker level={level} range={range} at={x(level)} onKeyDown={onKeyDown} />
      </svg>
      <MarkedBinField of="map" bins={bars} format={formatLevel} />
    </>
  );
}

/** All that is drawn of a map, whatever the level. */
function pictureOf({ histogram, ladder }: OpenedMap, suggestions: readonly ContourSuggestion[]) {
  const range = levelRange(
    histogram,
    suggestions.map((suggestion) => suggestion.level),
  );
  const bars = barsWithin(histogram, range);
  const curve = volumeCurve(histogram, range);
  const decades = Math.log10(Math.max(10, curve[0]?.voxels ?? 0, ...bars.map((bar) => bar.voxels)));
  return { range, bars, curve, ribbon: pieceBands(ladder, range), decades, scales: scalesOf(range, decades) };
}

/** The bar whose voxels are marked in the slices; a click on a bar marks it, or marks it no longer. */
function useMarkedBar(bars: readonly HistogramBar[]) {
  const mark = useAppState((state) => state.view.marked);
  const { setView } = useActions();
  const marked = markedIndex("map", bars, mark);
  const onClick = (target: Element): "taken" | "level" => {
    const bar = target.getAttribute("data-bar");
    if (bar === null) return "level";
    setView({ marked: marked === Number(bar) ? null : markOf("map", bars, Number(bar)) });
    return "taken";
  };
  return { marked, onClick };
}
