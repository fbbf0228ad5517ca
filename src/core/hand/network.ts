/** The weights of check 0.h as `training/hand/make_weights.py` writes them. */
export interface HandWeights {
  readonly version: string;
  /** Radial amplitude of proteins by shell, arbitrary unit. */
  readonly referenceAmplitude: readonly number[];
  /** Where a helix axis runs, as seen from a candidate. */
  readonly axis: AxisNetwork;
  /** What a cylinder about an axis says of helix and hand. */
  readonly cylinder: CylinderNetwork;
  /** Log-odds that a candidate is a helix, from what `cylinder` says of it and of its neighbours. */
  readonly helix: HelixNetwork;
  readonly hand: HandNetwork;
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

/** One convolution over a cylinder: max(0, bias + Σ weights · cells) over three azimuths, which close, and three heights. */
export interface ConvolutionLayer {
  /** Channels of the cells that it reads and of those that it makes, which are a multiple of 4. */
  readonly inputs: number;
  readonly outputs: number;
  /** Its cells are about every `step`-th azimuth, and begin at every `rise`-th height. */
  readonly step: number;
  readonly rise: number;
  /** By azimuth, height, input and output, the last one fastest. */
  readonly weights: readonly number[];
  readonly bias: readonly number[];
}

/** Layers, and what their last cells are weighed with; by height and channel, the last one fastest. */
export interface AxisNetwork {
  readonly layers: readonly ConvolutionLayer[];
  readonly shift: readonly number[];
  readonly tilt: readonly number[];
}

/** Layers, and a hidden layer over the means of their last cells around the axis; rows one after the other. */
export interface CylinderNetwork {
  readonly layers: readonly ConvolutionLayer[];
  readonly hidden: readonly number[];
  readonly bias: readonly number[];
  /** Two rows: for the helix, and for the hand. */
  readonly output: readonly number[];
  readonly offset: readonly number[];
}

/** One hidden layer of max(0, x). */
export interface HelixNetwork {
  readonly hidden: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
  readonly offset: number;
}

/** One hidden layer of max(0, x), of which the same with the odd inputs turned around is taken off. */
export interface HandNetwork {
  readonly even: readonly (readonly number[])[];
  readonly odd: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly output: readonly number[];
}

/** Log-odds that a helix axis runs here. */
export function helixLogit({ hidden, bias, output, offset }: HelixNetwork, inputs: Float64Array): number {
  return hidden.reduce(
    (sum, row, unit) => sum + output[unit]! * Math.max(0, product(row, inputs) + bias[unit]!),
    offset,
  );
}

/** Log-odds for the right hand, f(even, odd) − f(even, −odd): changes sign with the odd inputs, exactly. */
export function handEvidence(network: HandNetwork, even: Float64Array, odd: Float64Array): number {
  return network.even.reduce((sum, row, unit) => {
    const [common, turned] = [product(row, even) + network.bias[unit]!, product(network.odd[unit]!, odd)];
    return sum + network.output[unit]! * (Math.max(0, common + turned) - Math.max(0, common - turned));
  }, 0);
}

function product(row: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i]! * values[i]!;
  return sum;
}
