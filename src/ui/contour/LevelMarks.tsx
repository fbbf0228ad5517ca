import type { KeyboardEvent } from "react";
import { formatLevel } from "../../core/format/numbers.ts";
import type { ContourSuggestion } from "../../core/volume/contour-suggestion.ts";
import { type MapHistogram, voxelsAbove } from "../../core/volume/histogram.ts";
import classes from "./contour.module.css";
import type { LevelRange } from "./model.ts";
import { PICTURE, type Scales } from "./picture.ts";

/** Above the bars, where the marks begin. */
const TOP = 18;

/** The line at the suggested level. */
export function SuggestedMark({ level, at }: { level: number; at: number }) {
  return (
    <g className={classes.suggested}>
      <line x1={at} x2={at} y1={TOP} y2={PICTURE.base} />
      <text x={at} y={13} textAnchor="middle">
        suggested {formatLevel(level)}
      </text>
    </g>
  );
}

interface CandidatesProps {
  readonly suggestions: readonly ContourSuggestion[];
  readonly histogram: MapHistogram;
  readonly scales: Scales;
}

/** Every suggestion, on the curve of the voxels above it. */
export function Candidates({ suggestions, histogram, scales: { x, y } }: CandidatesProps) {
  return suggestions.map(({ level, method, reason }) => {
    const [at, height] = [x(level), y(voxelsAbove(histogram, level))];
    return (
      <g key={method} className={classes.candidate}>
        <title>{`${formatLevel(level)}: ${reason}`}</title>
        <line x1={at} x2={at} y1={height} y2={PICTURE.base} />
        <circle cx={at} cy={height} r={2.5} />
      </g>
    );
  });
}

interface LevelMarkerProps {
  readonly level: number;
  readonly range: LevelRange;
  readonly at: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The line at the level, with a handle: a slider for keys and screen readers. */
export function LevelMarker({ level, range, at, onKeyDown }: LevelMarkerProps) {
  return (
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
      transform={`translate(${at} 0)`}
    >
      <line x1={0} x2={0} y1={TOP} y2={PICTURE.base} />
      <path d="M-6 16h12v8l-6 6-6-6z" />
      <rect x={-12} y={8} width={24} height={PICTURE.base - 8} fill="transparent" stroke="none" />
    </g>
  );
}
