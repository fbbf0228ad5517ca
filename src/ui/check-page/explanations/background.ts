import { BACKGROUND_LIMITS } from "../../../checks/background.ts";
import type { NumberWords } from "./number-words.ts";

const { p, vrs, corrected } = BACKGROUND_LIMITS;
const SAME = "VRS prints the same number.";
const MEAN = {
  corrected: `Warns where p is below ${p}, the mean is beyond ${corrected.meanOverStd} σ, and at least ${corrected.effectiveVoxels} voxels are independent.`,
  vrs: `p at least ${p}.`,
};

/** The numbers of 0.c. n is the number of background voxels, μ their mean, σ their standard deviation. */
export const BACKGROUND_NUMBERS = {
  backgroundVoxels: {
    name: "Background voxels",
    definition: "Every voxel of the box outside the hard mask, corners included.",
    formula: "n = voxels of the box − voxels of the hard mask",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  backgroundMean: {
    name: "Mean of the background",
    definition: "Where nothing is, a map should be zero on average. A mean away from zero shifts every contour level.",
    formula: "μ = Σ V / n",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  backgroundStd: {
    name: "Standard deviation of the background",
    definition: "The spread of the noise, in map units. The outliers are counted in multiples of it.",
    formula: "σ = √(Σ (V − μ)² / n)",
    criterion: null,
    vrs: SAME,
    source: "vrs",
  },
  constantFraction: {
    name: "Share that holds one value",
    definition:
      "How much of the background equals its median exactly. Noise never repeats a value; more than half, on the faces of the box too, means that a mask was applied to the map.",
    formula: "background voxels equal to the median / n",
    criterion: {
      corrected: "Above 50 %, with at least half of the box’s faces at the same value, the check does not apply.",
      vrs: "Not looked at.",
    },
    vrs: "VRS does not look for masked maps: a background of zeros passes, another constant warns twice.",
    source: "vrs",
  },
  backgroundT: {
    name: "t of the mean",
    definition: "The mean in units of its own uncertainty, from a one-sample t test against zero.",
    formula: { corrected: "μ / (σ / √n_eff)", vrs: "μ / (σ′ / √n), σ′ divided by n − 1" },
    criterion: null,
    vrs: "VRS takes every voxel as independent. Neighbours are not, so that its t is many times too large.",
    source: "vrs",
  },
  effectiveVoxels: {
    name: "Independent voxels",
    definition:
      "How many independent voxels would tell as much about the mean. Neighbouring voxels resemble each other, so that they are far fewer than the background holds.",
    formula:
      "n_eff = n / max(1, Σ ρ(r)): ρ is the background’s autocorrelation, summed over all shifts until it first reaches 0",
    criterion: `At least ${corrected.effectiveVoxels} for the mean to be judged.`,
    vrs: "VRS has no such number: it takes n.",
    source: "vrs",
  },
  backgroundP: {
    name: "p of the mean",
    definition: "How often a background whose true mean is zero would show a mean at least this far from it.",
    formula: {
      corrected: "two-sided, Student’s t with n_eff − 1 degrees of freedom",
      vrs: "two-sided, Student’s t with n − 1 degrees of freedom",
    },
    criterion: MEAN,
    vrs: "With 10⁵ to 10⁷ voxels counted as independent VRS rejects a zero mean for nearly every map, however small the mean is.",
    source: "vrs",
  },
  meanInDeviations: {
    name: "Mean from zero, in σ",
    definition: "The size of the mean against the noise, which no number of voxels inflates.",
    formula: "|μ| / σ",
    criterion: MEAN,
    vrs: "VRS judges by p alone.",
    source: "vrs",
  },
  outlierPercent: {
    name: "Voxels beyond 5 σ",
    definition:
      "The part of the background that stands out. It should be scattered; density in it was left out of the mask.",
    formula: { corrected: "100 · share with |V − μ| > 5 σ", vrs: "100 · share with |V| > 5 σ" },
    criterion: { corrected: `At most ${corrected.outlierPercent} %, a provisional limit.`, vrs: "Judged as a ratio." },
    vrs: "VRS counts about zero with a σ about the mean.",
    source: "vrs",
  },
  outlierRatio: {
    name: "Times as many as in a Gaussian",
    definition: "The share beyond 5 σ over that of a normal distribution, 0.000057 %.",
    formula: "share / 2Φ(−5), 2Φ(−5) = 5.733 × 10⁻⁷",
    criterion: {
      corrected: "For information: any real map has thousands of times as many.",
      vrs: `At most ${vrs.outlierRatio}.`,
    },
    vrs: "VRS judges this ratio. A single voxel in 87 000 beyond 5 σ is enough to warn.",
    source: "vrs",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
