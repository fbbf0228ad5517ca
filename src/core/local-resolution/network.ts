/** A fully connected layer: out = in·weights + biases, weights by input, then output. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** Inputs are scaled first, x ← (x − mean)/deviation; every layer but the last ends in max(0, x). */
export interface Network {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly layers: readonly Layer[];
}

/** A network as it is kept: numbers as decimals with a space between. */
export interface StoredNetwork {
  readonly mean: string;
  readonly deviation: string;
  readonly layers: readonly { readonly weights: string; readonly biases: string }[];
}

/** Reads a stored network. Allocates. */
export function readNetwork(stored: StoredNetwork): Network {
  const numbers = (text: string) => Float64Array.from(text.split(" "), Number);
  const layers = stored.layers.map((layer) => {
    const [weights, biases] = [numbers(layer.weights), numbers(layer.biases)];
    return { inputs: weights.length / biases.length, outputs: biases.length, weights, biases };
  });
  return { mean: numbers(stored.mean), deviation: numbers(stored.deviation), layers };
}

/** Room for the values between layers. */
export function makeLayerRoom({ layers }: Network): Float64Array[] {
  return layers.map(({ outputs }) => new Float64Array(outputs));
}

/** The first output for one set of inputs, which are overwritten. Sums run from the first input to the last. */
export function evaluateNetwork(
  { mean, deviation, layers }: Network,
  inputs: Float64Array,
  room: Float64Array[],
): number {
  for (let i = 0; i < mean.length; i++) inputs[i] = (inputs[i]! - mean[i]!) / deviation[i]!;
  let values = inputs;
  layers.forEach((layer, number) => {
    const out = room[number]!;
    applyLayer(layer, values, out);
    if (number < layers.length - 1) for (let j = 0; j < out.length; j++) out[j] = Math.max(0, out[j]!);
    values = out;
  });
  return values[0]!;
}

function applyLayer({ inputs, outputs, weights, biases }: Layer, values: Float64Array, out: Float64Array): void {
  out.set(biases);
  for (let i = 0; i < inputs; i++) {
    const value = values[i]!;
    if (value === 0) continue;
    const row = i * outputs;
    for (let j = 0; j < outputs; j++) out[j]! += value * weights[row + j]!;
  }
}
