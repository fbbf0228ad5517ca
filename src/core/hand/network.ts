import { exp } from "../math/elementary.ts";

/** The weights of check 0.h as `training/hand/make_weights.py` writes them. */
export interface HandWeights {
  readonly version: string;
  /** Radial amplitude of proteins by shell, arbitrary unit. */
  readonly referenceAmplitude: readonly number[];
  /** Even features are standardised by mean and deviation, odd ones by deviation alone. */
  readonly even: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
  readonly odd: { readonly deviation: readonly number[] };
  /** Log-odds that a candidate is a helix, from the even features. */
  readonly helix: { readonly hidden: readonly (readonly number[])[]; readonly bias: readonly number[] } & Output;
  /** Log-odds that the map is of the right hand, from both. */
  readonly hand: {
    readonly even: readonly (readonly number[])[];
    readonly odd: readonly (readonly number[])[];
    readonly bias: readonly number[];
    readonly output: readonly number[];
  };
  readonly decision: HandDecision;
}

/** score = 1/(1 + exp(slope·t)); nothing is said where |t| is below `abstention`. */
export interface HandDecision {
  readonly slope: number;
  readonly abstention: number;
  /** Fewer expected helices say nothing. */
  readonly leastHelices: number;
  /** Nothing is said where no candidate is a helix with this probability: RNA has many that are unlikely. */
  readonly surestHelix: number;
}

interface Output {
  readonly output: readonly number[];
  readonly offset: number;
}

/** What the networks say of one candidate. */
export interface Reading {
  /** Probability that a helix axis runs here. */
  readonly helix: number;
  /** Evidence for the right hand, a log-odds; changes sign with the odd features, exactly. */
  readonly evidence: number;
}

/**
 * Both networks, one hidden layer of max(0, x) each. The second is f(even, odd) − f(even, −odd): odd by construction.
 * @param even and @param odd as `helixFeatures` gives them
 */
export function readHelix(weights: HandWeights, even: Float64Array, odd: Float64Array): Reading {
  const e = even.map((value, i) => (value - weights.even.mean[i]!) / weights.even.deviation[i]!);
  const o = odd.map((value, i) => value / weights.odd.deviation[i]!);
  const { helix, hand } = weights;
  let logit = helix.offset;
  helix.hidden.forEach((row, unit) => {
    logit += helix.output[unit]! * Math.max(0, product(row, e) + helix.bias[unit]!);
  });
  let evidence = 0;
  hand.even.forEach((row, unit) => {
    const [common, turned] = [product(row, e) + hand.bias[unit]!, product(hand.odd[unit]!, o)];
    evidence += hand.output[unit]! * (Math.max(0, common + turned) - Math.max(0, common - turned));
  });
  return { helix: 1 / (1 + exp(-logit)), evidence };
}

function product(row: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i]! * values[i]!;
  return sum;
}
