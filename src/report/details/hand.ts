import { formatCount, formatDecimal } from "../../core/format/numbers.ts";
import type { HandMeasurements } from "../../core/hand/hand.ts";

/** "Score 0.00: 141 helix-like places are right-handed", or why it cannot be told. */
export function handDetail({ score, evidence }: HandMeasurements): string {
  if (score === null) return "Undetermined: no helix was found";
  const printed = formatDecimal(score, 2);
  if (evidence.outcome === "undetermined") {
    return `Undetermined (score ${printed}): ${evidence.reason === "helices" ? "too few helices" : "turns of helices not resolved"}`;
  }
  const hand = evidence.outcome === "correct" ? "right" : "left";
  const { helixCandidates } = evidence;
  const places = helixCandidates === 1 ? "helix-like place" : "helix-like places";
  return `Score ${printed}: helices are ${hand}-handed at ${formatCount(helixCandidates)} ${places}`;
}
