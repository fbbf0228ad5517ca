import { readFileSync } from "node:fs";
import type { HelixAxis } from "../../src/core/hand/helix-axis.ts";
import type { MeasuredHelix } from "../../src/core/hand/measured-helix.ts";

type Vector = [number, number, number];
type Place = [centre: Vector, axis: Vector, normal: Vector];

interface TrainingCandidates {
  readonly resolution: number;
  readonly start: Place;
  readonly found: Place;
  readonly helix: number;
  readonly hand: number;
  readonly map: {
    readonly found: readonly [centre: Vector, axis: Vector][];
    readonly helix: readonly number[];
    readonly hand: readonly number[];
    readonly logit: readonly number[];
    readonly evidence: readonly number[];
    readonly t: number;
  };
}

/** What training/hand makes of a coil and of made-up candidates, by tests/data/hand_candidates.py. */
export const TRAINING = JSON.parse(
  readFileSync(new URL("../data/hand-candidates.json", import.meta.url), "utf8"),
) as TrainingCandidates;

export function axisOf([centre, direction, normal]: Place): HelixAxis {
  return { centre, direction, normal };
}

/** The made-up candidates. */
export const CANDIDATES: readonly MeasuredHelix[] = TRAINING.map.found.map(([centre, direction], i) => {
  return { centre, direction, helix: TRAINING.map.helix[i]!, hand: TRAINING.map.hand[i]!, logRatio: 0 };
});
