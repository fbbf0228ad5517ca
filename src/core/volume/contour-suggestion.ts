import { formatLevel } from "../format/numbers.ts";
import { exp, log } from "../math/elementary.ts";
import {
  AUTHORS_SHARE,
  agree,
  CLEARANCE,
  type ContourEvidence,
  combineEvidence,
  describePlateau,
} from "./contour-combination.ts";
import { findBackground, findPlateau, type LevelMeasurement, signalHeight } from "./contour-evidence.ts";
import { histogramVoxels, levelReachedBy, type MapHistogram } from "./histogram.ts";
import type { MapStatistics } from "./statistics.ts";

export type { LevelMeasurement } from "./contour-evidence.ts";

/** How a level was found; `combined` is the middle of `signal` and `componentPlateau`. */
export type ContourMethod =
  | "combined"
  | "signal"
  | "componentPlateau"
  | "background"
  | "volumeFraction"
  | "molecularMass";

/** A level to contour the map at, in map values, and why. */
export interface ContourSuggestion {
  readonly level: number;
  readonly method: ContourMethod;
  /** Of the method: it changes whenever the same map would get another level. */
  readonly version: 1;
  readonly confidence: "high" | "low";
  /** One sentence. */
  readonly reason: string;
}

const LADDER_LEVELS = 16;
/** The lowest rung stands at this share of the highest, measured from the background. */
const LADDER_SPAN = 1 / 32;
/** ChimeraX 1.9 opens a map at the value that 1 % of its voxels exceed. */
const CHIMERAX_SHARE = 0.01;

/**
 * The levels at which to count components, ascending, at most 16: evenly spaced in log(level − background), up to where one voxel in
 * ten thousand (ten at least) of those outside the mask's constant is left. Empty for a map without contrast. Allocates.
 */
export function contourLadder(histogram: MapHistogram, statistics: MapStatistics): number[] {
  if (!(statistics.max > statistics.min)) return [];
  const { level, values } = findBackground(histogram);
  const top = levelReachedBy(values, Math.max(10, histogramVoxels(values) / 10_000)) - level;
  if (!(top > 0)) return [];
  const step = log(LADDER_SPAN) / (LADDER_LEVELS - 1);
  return Array.from({ length: LADDER_LEVELS }, (_, i) => level + top * exp(step * (LADDER_LEVELS - 1 - i)));
}

/**
 * Levels to contour a map at, the one to start from first; empty for a map without contrast. `ladder` holds the components at the levels
 * of {@link contourLadder}; without it the confidence is low. High confidence: two independent methods agree within a factor of 1.6,
 * the level clears the noise, and it encloses at most 15 % of an unmasked box. Levels are rounded to three figures of their height above
 * the background. Fitted to what authors of EMDB maps report: not the molecular volume, which needs the mass. Pure, and independent of
 * the voxel size. Allocates.
 */
export function suggestContour({
  histogram,
  statistics,
  ladder = [],
}: {
  readonly histogram: MapHistogram;
  readonly statistics: MapStatistics;
  readonly ladder?: readonly LevelMeasurement[];
}): ContourSuggestion[] {
  if (!(statistics.max > statistics.min)) return [];
  const background = findBackground(histogram);
  const signal = signalHeight(background);
  const evidence: ContourEvidence = { histogram, background, signal, plateau: findPlateau(ladder, background.level) };
  const { level, reason, doubt } = combineEvidence(evidence);
  const confidence = doubt === null ? "high" : "low";
  const suggest = (candidate: Candidate): ContourSuggestion => {
    // A single method is trusted as far as the combination is, and only near it.
    const near = agree(candidate.level - background.level, level - background.level);
    return {
      ...candidate,
      level: rounded(candidate.level, background.level),
      version: 1,
      confidence: near ? confidence : "low",
    };
  };
  const others = singleMethods(evidence).filter((candidate) => candidate.level < statistics.max);
  return [{ level, method: "combined", reason } as const, ...others].map(suggest);
}

type Candidate = Pick<ContourSuggestion, "level" | "method" | "reason">;

function singleMethods({ histogram, background, signal, plateau }: ContourEvidence): Candidate[] {
  const { level: base, std } = background;
  const candidates: Candidate[] = [];
  if (signal !== null) {
    const reason = `60 % of the way from the background to ${formatLevel(base + signal)}, the mean height of the signal.`;
    candidates.push({ level: base + AUTHORS_SHARE * signal, method: "signal", reason });
  }
  if (plateau) {
    const reason = `60 % of the way from the background to where the map falls apart; ${describePlateau(plateau)}.`;
    candidates.push({ level: base + AUTHORS_SHARE * (plateau.to - base), method: "componentPlateau", reason });
  }
  const noise = `${CLEARANCE} rms deviations of ${formatLevel(std)} above the background at ${formatLevel(base)}.`;
  candidates.push({ level: base + CLEARANCE * std, method: "background", reason: noise });
  const onePercent = levelReachedBy(histogram, CHIMERAX_SHARE * histogramVoxels(histogram));
  candidates.push({
    level: onePercent,
    method: "volumeFraction",
    reason: "1 % of the voxels exceed it, as ChimeraX opens a map.",
  });
  return candidates;
}

/** A level with three figures of its height above the background, so that what is shown is what is used. */
function rounded(level: number, background: number): number {
  const exponent = Number(
    Math.abs(level - background)
      .toExponential(2)
      .split("e")[1],
  );
  return Number(level.toFixed(Math.max(0, Math.min(100, 2 - exponent))));
}
