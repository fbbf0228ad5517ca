import { B_FACTOR_LIMITS } from "../../../checks/b-factor.ts";
import { formatDecimal } from "../../../core/format/numbers.ts";
import type { NumberWords } from "./number-words.ts";

const { lowest, highest, resolution, fitPoints } = B_FACTOR_LIMITS;
const INTERVAL = `From ${formatDecimal(lowest, 0)} to ${highest} Å².`;

/** The numbers of 0.d. A Guinier point has x = 1/d² and y = ln⟨|F|⟩, the mean amplitude of a shell at d Å. */
export const B_FACTOR_NUMBERS = {
  bFactor: {
    name: "B-factor",
    definition:
      "How fast amplitudes fall with resolution. Below 0 they fall, near 0 the map was sharpened well, above 0 too much. The sign is VRS’s: a decay exp(−B/4d²) has minus this value.",
    formula: "B = 4 · slope",
    criterion: {
      corrected: `${INTERVAL} Judged at ${resolution} Å or better, with at least ${fitPoints} points.`,
      vrs: `${INTERVAL} A B that is not a number counts as OK.`,
    },
    vrs: "VRS prints the same B to one decimal. It labels the ordinate log|F|² though it fits ln⟨|F|⟩, and judges whatever two points give.",
    source: "bFactor",
  },
  bFactorStandardError: {
    name: "Standard error of B",
    definition: "How well one straight line fits the points. It does not say how well the map itself is known.",
    formula: "4 · √(RSS / (n − 2) / Σ (x − x̄)²), RSS the sum of squared residuals of n points",
    criterion: null,
    vrs: "VRS gives no error.",
    source: "bFactor",
  },
  slope: {
    name: "Slope",
    definition: "The slope of the fitted line.",
    formula: "least squares of y on x, from d = 15 Å to the reported resolution",
    criterion: null,
    vrs: "VRS prints the same slope to one decimal. Its text asks for a slope from 0 to 300 Å² and its code tests B from −300 to 0.",
    source: "bFactor",
  },
  intercept: {
    name: "Intercept",
    definition: "Where the fitted line meets 1/d² = 0. It carries the map’s arbitrary scale and is not judged.",
    formula: "ȳ − slope · x̄",
    criterion: null,
    vrs: "VRS prints the same number to one decimal.",
    source: "bFactor",
  },
  fitPoints: {
    name: "Points in the fit",
    definition: "Shells of resolution between 15 Å and the reported resolution. Few points make any line fit.",
    formula: "number of shells i with resolution ≤ N·s/i ≤ 15 Å",
    criterion: { corrected: `At least ${fitPoints} for B to be judged.`, vrs: "Not looked at." },
    vrs: "VRS does not print it, and fits with as few as two.",
    source: "bFactor",
  },
} as const satisfies Readonly<Record<string, NumberWords>>;
