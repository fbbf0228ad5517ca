import type { HandWeights } from "./network.ts";
import weights from "./weights.json" with { type: "json" };

/** What `python3 -m training.hand.make_weights` wrote; `weights.json` also says from which structures, and how accurate it is. */
export const HAND_WEIGHTS: HandWeights = weights;
