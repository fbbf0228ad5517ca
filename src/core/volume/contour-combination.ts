import { formatLevel, formatPercent } from "../format/numbers.ts";
import type { Background, ComponentPlateau } from "./contour-evidence.ts";
import { histogramVoxels, type MapHistogram, voxelsAbove } from "./histogram.ts";

/**
 * Share of the signal's mean height, and of the height at which the map falls apart, where authors contour. Over seven EMDB maps with
 * an author's level (1080, 1997, 5170, 5778, 6824, 32143, 44046) the geometric means are 0.64 and 0.71; taken a little lower, because
 * a low level keeps the map whole.
 */
export const AUTHORS_SHARE = 0.6;
/** Two heights agree, and a height may be raised without doubt, within this factor. */
const AGREEMENT = 1.6;
/** Above this share of an unmasked box, noise or a neighbour is being contoured too. */
const LARGEST_SHARE_OF_BOX = 0.15;
/** Rms deviations of the background that a level should clear. */
export const CLEARANCE = 5;
/** A map in one piece beyond this many rms deviations is not held together by noise. */
const PIECE_BEYOND_NOISE = 4;
/** Share of the height at which such a map falls apart that a level may be raised to. */
const RAISED_SHARE = 0.8;

/** What is known of the map; heights are map values above the background's level. */
export interface ContourEvidence {
  readonly histogram: MapHistogram;
  readonly background: Background;
  readonly signal: number | null;
  readonly plateau: ComponentPlateau | null;
}

/** A level, the sentence that explains it, and the first reason to doubt it. */
export interface CombinedLevel {
  readonly level: number;
  readonly reason: string;
  readonly doubt: string | null;
}

/** The geometric mean of {@link AUTHORS_SHARE} of both heights, raised out of the noise where the background shows it. */
export function combineEvidence(evidence: ContourEvidence): CombinedLevel {
  const { histogram, background, signal, plateau } = evidence;
  const bySignal = signal === null ? null : AUTHORS_SHARE * signal;
  const byPieces = plateau === null ? null : AUTHORS_SHARE * (plateau.to - background.level);
  const middle = middleOf(bySignal, byPieces) ?? CLEARANCE * background.std;
  const height = Math.max(middle, noiseFloor(evidence));
  const level = Math.min(background.level + height, (background.level + histogram.max) / 2);
  const share = voxelsAbove(histogram, level) / histogramVoxels(histogram);
  const doubts: (string | false)[] = [
    (bySignal === null || byPieces === null) && "there is no second opinion",
    !agree(bySignal, byPieces) && `the two differ by more than a factor of ${AGREEMENT}`,
    !agree(middle, height) && "both lie in the noise",
    !background.masked && share > LARGEST_SHARE_OF_BOX && `it encloses ${formatPercent(100 * share)} of the box`,
  ];
  const doubt = doubts.find((one) => one !== false) || null;
  return { level, doubt, reason: explain(evidence, { bySignal, byPieces, raised: height > middle, doubt }) };
}

function middleOf(a: number | null, b: number | null): number | null {
  return a !== null && b !== null ? Math.sqrt(a * b) : (a ?? b);
}

/** The height that clears the noise, without taking a map apart that is in one piece beyond it; 0 where the noise cannot be told. */
function noiseFloor({ background, plateau }: ContourEvidence): number {
  const { std, level, crowded } = background;
  if (crowded) return 0;
  const whole = plateau === null ? 0 : plateau.to - level;
  return whole > PIECE_BEYOND_NOISE * std ? Math.min(CLEARANCE * std, RAISED_SHARE * whole) : CLEARANCE * std;
}

/** Whether two heights lie within {@link AGREEMENT} of each other; nothing disagrees with a missing one. */
export function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return true;
  return Math.min(a, b) > 0 && Math.max(a, b) <= AGREEMENT * Math.min(a, b);
}

/** "One piece from 0.060 to 0.66." without the stop. */
export function describePlateau({ from, to }: ComponentPlateau): string {
  return `one piece from ${formatLevel(from)} to ${formatLevel(to)}`;
}

interface Explanation {
  readonly bySignal: number | null;
  readonly byPieces: number | null;
  readonly raised: boolean;
  readonly doubt: string | null;
}

function explain({ background, plateau }: ContourEvidence, { bySignal, byPieces, raised, doubt }: Explanation): string {
  const { level } = background;
  const parts: string[] = [];
  if (byPieces !== null && plateau)
    parts.push(`${describePlateau(plateau)}, which suggests ${formatLevel(level + byPieces)}`);
  if (bySignal !== null) parts.push(`the height of the signal suggests ${formatLevel(level + bySignal)}`);
  if (raised) parts.push(`raised above the noise, whose rms deviation is ${formatLevel(background.std)}`);
  if (doubt) parts.push(doubt);
  const text = parts.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
