import { exp } from "../math/elementary.ts";
import type { Triple } from "../volume/grid.ts";
import { dot, plus } from "./direction.ts";
import type { HandDecision, HandWeights } from "./network.ts";

/** One candidate on its axis. */
export interface HelixCandidate {
  /** Å on the search grid. */
  readonly centre: Triple;
  /** Unit vector along the axis, x, y, z of the map. */
  readonly direction: Triple;
  /** Probability that a helix axis runs here. */
  readonly helix: number;
  /** Its share of the log-odds for the right hand. */
  readonly evidence: number;
  /** D = ln(|A_R| / |A_L|) of the 5.4 Å wave: above 0 for a right-handed helix. */
  readonly logRatio: number;
}

/** A helix that the report shows. */
export interface ShownHelix {
  /** Voxels of the map from 0, between voxels too. */
  readonly centre: Triple;
  readonly direction: Triple;
  readonly probability: number;
  readonly logRatio: number;
}

/** Counts of helices by D between edges; the outer bins take what lies beyond. */
export interface RatioHistogram {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Check 0.h. */
export interface HandMeasurements {
  readonly method: { readonly name: string; readonly version: string };
  /** 0 the hand of nature … 1 mirrored; `null` where no ridge was found. */
  readonly score: number | null;
  /** What of the molecule was searched, 0…1: less than 1 where the whole does not fit in memory. */
  readonly searchedShare: number;
  readonly evidence: {
    /** What the hand seems to be; "undetermined" by `reason`. */
    readonly outcome: "correct" | "mirrored" | "undetermined";
    readonly reason: "helices" | "signal" | null;
    /** The evidence of all candidates over its error; above 0 for the hand of nature. */
    readonly t: number | null;
    /** Below this |t| nothing is said. */
    readonly abstention: number;
    readonly candidates: number;
    /** Candidates that are a helix rather than not, and the sum of all probabilities. */
    readonly helixCandidates: number;
    readonly expectedHelices: number;
    /** Mean of D over the candidates, weighted by their probability. */
    readonly meanLogRatio: number | null;
    readonly histogram: RatioHistogram;
    readonly helices: readonly ShownHelix[];
  };
}

const METHOD_NAME = "helix cylinders";

/** Å over which the errors of two candidates go together, and the least variance of a sum of evidence. */
const CORRELATION_LENGTH = 6;
const LEAST_VARIANCE = 100;
/** Likelier a helix than not. */
const HELIX = 0.5;

/** All but how much was searched, which the candidates do not know. */
export type HandOfCandidates = Omit<HandMeasurements, "searchedShare">;

/** What the candidates of a map say together. @param place from Å on the search grid to voxels of the map */
export function measureHand(
  candidates: readonly HelixCandidate[],
  { version, decision }: HandWeights,
  place: (centre: Triple) => Triple,
): HandOfCandidates {
  const t = candidates.length === 0 ? null : evidenceRatio(candidates);
  const expectedHelices = candidates.reduce((sum, { helix }) => sum + helix, 0);
  const likely = candidates.filter(({ helix }) => helix >= HELIX);
  const surest = candidates.reduce((most, { helix }) => Math.max(most, helix), 0);
  const reason = whyUndetermined(t, { expectedHelices, surest, decision });
  const weighted = candidates.reduce((sum, { helix, logRatio }) => sum + helix * logRatio, 0);
  return {
    method: { name: METHOD_NAME, version },
    score: t === null ? null : 1 / (1 + exp(decision.slope * t)),
    evidence: {
      outcome: reason ? "undetermined" : t! > 0 ? "correct" : "mirrored",
      reason,
      t,
      abstention: decision.abstention,
      candidates: candidates.length,
      helixCandidates: likely.length,
      expectedHelices,
      meanLogRatio: expectedHelices > 0 ? weighted / expectedHelices : null,
      histogram: ratioHistogram(likely),
      helices: bestHelices(likely).map((helix) => ({
        centre: place(helix.centre),
        direction: helix.direction,
        probability: helix.helix,
        logRatio: helix.logRatio,
      })),
    },
  };
}

function whyUndetermined(
  t: number | null,
  { expectedHelices, surest, decision }: { expectedHelices: number; surest: number; decision: HandDecision },
) {
  if (t === null || expectedHelices < decision.leastHelices || surest < decision.surestHelix) return "helices" as const;
  return Math.abs(t) < decision.abstention ? ("signal" as const) : null;
}

/**
 * t = Σe / √(100 + ΣΣ k(i, j)·r_i·r_j), e the evidence of a candidate, r = e − |e|·Σe/Σ|e| what it differs from the common
 * answer, and k = exp(−d²/2ℓ²) of the distance of two: neighbours see the same voxels, and their errors go together (a
 * spatial Newey-West variance). The least variance keeps little evidence little. Odd in e.
 */
export function evidenceRatio(candidates: readonly Pick<HelixCandidate, "centre" | "evidence">[]): number {
  const sum = candidates.reduce((total, { evidence }) => total + evidence, 0);
  const size = candidates.reduce((total, { evidence }) => total + Math.abs(evidence), 0);
  const common = size === 0 ? 0 : sum / size;
  const rests = candidates.map(({ evidence }) => evidence - common * Math.abs(evidence));
  let variance = 0;
  candidates.forEach(({ centre }, i) => {
    candidates.forEach((other, j) => {
      const apart = plus(centre, other.centre, -1);
      const closeness = exp(-dot(apart, apart) / (2 * CORRELATION_LENGTH * CORRELATION_LENGTH));
      variance += closeness * rests[i]! * rests[j]!;
    });
  });
  return sum / Math.sqrt(LEAST_VARIANCE + Math.max(0, variance));
}

/** |D| that the outermost bins of the histogram begin or end at, and hold all beyond. */
export const LARGEST_RATIO = 4;
const BINS = 20;

/** Helices by D in 20 bins from −4 to 4; the outermost hold what lies beyond. */
export function ratioHistogram(helices: readonly Pick<HelixCandidate, "logRatio">[]): RatioHistogram {
  const width = (2 * LARGEST_RATIO) / BINS;
  const edges = Array.from({ length: BINS + 1 }, (_, i) => (i - BINS / 2) * width);
  const counts = new Array<number>(BINS).fill(0);
  for (const { logRatio } of helices) {
    const bin = Math.floor((logRatio + LARGEST_RATIO) / width);
    counts[Math.min(BINS - 1, Math.max(0, bin))]!++;
  }
  return { edges, counts };
}

const MOST_SHOWN = 24;
/** Å: closer ones are parts of the same turn. */
const SHOWN_APART = 7;

/** The likeliest helices, none near a likelier one. */
function bestHelices(likely: readonly HelixCandidate[]): HelixCandidate[] {
  const best: HelixCandidate[] = [];
  for (const helix of [...likely].sort((a, b) => b.helix - a.helix)) {
    if (best.length === MOST_SHOWN) break;
    const near = best.some((other) => {
      const apart = plus(helix.centre, other.centre, -1);
      return dot(apart, apart) < SHOWN_APART * SHOWN_APART;
    });
    if (!near) best.push(helix);
  }
  return best;
}
