import { exp } from "../math/elementary.ts";
import type { HelixCandidate } from "./hand.ts";
import type { MeasuredHelix } from "./measured-helix.ts";
import { findNeighbours, neighbourFeatures } from "./neighbours.ts";
import { type HandWeights, handEvidence, helixLogit } from "./network.ts";

/** Log-odds are cut off here, and divided, before a network reads them. */
const MOST_LOGIT = 9;
const LOGIT_SCALE = 3;
/** Evidence counts whole from this probability of a helix on: what is hardly a helix has little to say. */
const WHOLE_FROM = 0.2;

/**
 * What three networks say of the candidates of a map. The first tells helices by their own features, the second also by what the
 * first says of their neighbours, and the third reads the hand with what the second says. A mirrored map has the same
 * probabilities and the opposite evidence. Allocates.
 */
export function readHelices(weights: HandWeights, measured: readonly MeasuredHelix[]): HelixCandidate[] {
  const { even, odd } = weights;
  const own = measured.map((one) => one.even.map((value, i) => (value - even.mean[i]!) / even.deviation[i]!));
  const ratios = measured.map((one) => one.odd.map((value, i) => value / odd.deviation[i]!));
  const neighbours = findNeighbours(measured);
  const among = (logits: readonly number[]) => {
    const around = neighbourFeatures(neighbours, logits.map(logistic));
    return own.map((values, i) => Float64Array.of(...values, logits[i]! / LOGIT_SCALE, ...around[i]!));
  };
  const first = own.map((values) => limited(helixLogit(weights.first, values)));
  const second = among(first).map((values) => limited(helixLogit(weights.helix, values)));
  const inputs = among(second);
  return measured.map(({ centre, direction, odd }, i) => {
    const helix = logistic(second[i]!);
    const evidence = Math.min(1, helix / WHOLE_FROM) * handEvidence(weights.hand, inputs[i]!, ratios[i]!);
    return { centre, direction, helix, evidence, logRatio: odd[0]! };
  });
}

function limited(logit: number): number {
  return Math.min(MOST_LOGIT, Math.max(-MOST_LOGIT, logit));
}

function logistic(logit: number): number {
  return 1 / (1 + exp(-logit));
}
