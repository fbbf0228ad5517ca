import { exp } from "../math/elementary.ts";
import { bandEnd } from "./cylinder-answer.ts";
import type { HelixCandidate } from "./hand.ts";
import type { MeasuredHelix } from "./measured-helix.ts";
import { findNeighbours, neighbourFeatures } from "./neighbours.ts";
import { type HandWeights, handEvidence, helixLogit } from "./network.ts";
import { sharesOfPlace } from "./shares-of-place.ts";

/** Log-odds are cut off here, and divided, before a network reads them. */
const MOST_LOGIT = 9;
const LOGIT_SCALE = 3;

/**
 * What two networks say of the candidates of a map, from the answers of their cylinders: the first tells helices by their neighbours
 * too, and the second reads the hand with what the first says. A mirrored map has the same probabilities and the opposite
 * evidence. Allocates. @param resolution Å
 */
export function readHelices(
  { helix, hand }: Pick<HandWeights, "helix" | "hand">,
  measured: readonly MeasuredHelix[],
  resolution: number,
): HelixCandidate[] {
  const neighbours = findNeighbours(measured);
  const band = bandEnd(resolution);
  const around = (logits: readonly number[]) => neighbourFeatures(neighbours, logits.map(logistic));
  const own = measured.map((one) => limited(one.helix));
  const lone = around(own);
  const inputs = own.map((logit, i) => [logit / LOGIT_SCALE, band, ...lone[i]!]);
  const logits = inputs.map((values) => limited(helixLogit(helix, Float64Array.from(values))));
  const among = around(logits);
  const probabilities = logits.map(logistic);
  const shares = sharesOfPlace(measured, probabilities);
  return measured.map(({ centre, direction, hand: turn, logRatio }, i) => {
    const even = Float64Array.of(...inputs[i]!, logits[i]! / LOGIT_SCALE, ...among[i]!);
    const evidence = shares[i]! * handEvidence(hand, even, Float64Array.of(limited(turn)));
    return { centre, direction, helix: probabilities[i]!, evidence, logRatio };
  });
}

function limited(logit: number): number {
  return Math.min(MOST_LOGIT, Math.max(-MOST_LOGIT, logit));
}

function logistic(logit: number): number {
  return 1 / (1 + exp(-logit));
}
