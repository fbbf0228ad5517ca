import { LOCAL_RESOLUTION_LIMITS } from "../../../checks/local-resolution.ts";
import type { NumberWords } from "./number-words.ts";

const FORMULA = "the mean of four small networks of the logarithms of local band energies, smoothed over 3 Å";
const OWN = "VRS uses a neural network of its own, DeepRes; the two numbers are not the same quantity.";

/** The numbers of 0.e, taken about every 2 Å in the hard mask. */
export const LOCAL_RESOLUTION_NUMBERS = {
  localResolutionMedian: {
    name: "Median local resolution",
    definition:
      "Half of the mask looks finer than this, half coarser. Beside it stands the mean error of the method on simulated maps.",
    formula: FORMULA,
    criterion: null,
    vrs: OWN,
    source: "vrs",
  },
  localResolutionPercentile: {
    name: "Percentile of the local resolution",
    definition:
      "The local resolution that this share of the mask is finer than. Beside it stands the mean error of the method on simulated maps; it is largest for the coarsest parts.",
    formula: FORMULA,
    criterion: {
      corrected: `The 2.5 % percentile: at most ${LOCAL_RESOLUTION_LIMITS.margin} Å above the reported resolution.`,
      vrs: "Not judged.",
    },
    vrs: OWN,
    source: "vrs",
  },
  localResolutionReported: {
    name: "Finer than reported",
    definition: "The share of the mask that looks finer than the reported resolution.",
    formula: "100 · points below the reported resolution / points",
    criterion: { corrected: "Not judged.", vrs: `At least ${LOCAL_RESOLUTION_LIMITS.percent} %.` },
    vrs: "VRS prints the share by its own method and judges it.",
    source: "vrs",
  },
  localResolutionPoints: {
    name: "Points",
    definition: "How many local values the percentiles are taken from: a point about every 2 Å in the hard mask.",
    formula: "points of a grid with at least 0.47 samples per Å",
    criterion: null,
    vrs: "VRS evaluates every second voxel of a map resized to 1 Å.",
    source: "vrs",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
