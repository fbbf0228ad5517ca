import { HAND_LIMITS } from "../../../checks/hand.ts";
import type { NumberWords } from "./number-words.ts";

const OWN = "VRS asks neural networks (Deep Hand) and has no such number.";

/** The numbers of 0.h, from cylinders of density about helix axes. */
export const HAND_NUMBERS = {
  handScore: {
    name: "Score of the hand",
    definition:
      "0 for the hand of nature, 1 for its mirror image, 0.5 where nothing tells. The score of the mirrored map is 1 less this one.",
    formula: "1 / (1 + exp(a · t))",
    criterion: {
      corrected: `At most ${HAND_LIMITS.flipped}, if the evidence suffices.`,
      vrs: `At most ${HAND_LIMITS.uncertain}; up to ${HAND_LIMITS.flipped} uncertain, above it flipped.`,
    },
    vrs: "VRS prints the mean answer of a network, on the same scale but not the same number.",
    source: "deepHand",
  },
  handEvidence: {
    name: "Evidence t",
    definition:
      "The evidence of all places for the right hand over its error; candidates at one place count as one. Below 0 it speaks for the mirror image; near 0 nothing is said.",
    formula: "t = Σe / √(100 + var Σe), e the log-odds that networks read off one place",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handCandidates: {
    name: "Places on ridges",
    definition:
      "Where the smoothed map looks like a rod, at least 2.5 Å apart, the best 500. Most of them are no helix, and weigh little.",
    formula: "voxels with √(λ₁λ₂) − |λ₃| > 0, λ the curvatures of the map",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handHelices: {
    name: "Helix-like places",
    definition: "Places that the networks, which cannot see the hand for this, find more likely a helix than not.",
    formula: "probability of at least 0.5",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handPlace: {
    name: "Middle of a helix",
    definition: "Where the middle of the piece of helix lies, in voxels of the map from 0.",
    formula: "x, y, z after three steps towards the axis",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handHelix: {
    name: "Probability of a helix",
    definition: "How sure the networks are that the axis of an alpha helix runs here.",
    formula: "1 / (1 + exp(−log-odds))",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handRatio: {
    name: "D of a helix",
    definition: "Above 0 the helix is right-handed, below 0 left-handed; single ones may err.",
    formula: "D = ln(|A_R| / |A_L|) of the wave of 5.4 Å",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
  handMeanRatio: {
    name: "Mean D",
    definition: "How much stronger the right-handed wave is than the left-handed one, on the average of the helices.",
    formula: "D = ln(|A_R| / |A_L|) of the wave of 5.4 Å",
    criterion: null,
    vrs: OWN,
    source: "deepHand",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
