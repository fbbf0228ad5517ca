/** A fully connected layer: out = in·weights + biases, weights by input, then output. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/**
 * A few networks of the same shape whose outputs are averaged. Inputs are scaled first, x ← (x − mean)/deviation; every
 * layer but the last of a member ends in max(0, x).
 */
export interface Network {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly members: readonly (readonly Layer[])[];
}

/** Networks as they are kept: numbers as decimals with a space between. */
export interface StoredNetwork {
  readonly mean: string;
  readonly deviation: string;
  readonly members: readonly (readonly { readonly weights: string; readonly biases: string }[])[];
}

/** Reads stored networks. Allocates. */
export function readNetwork(stored: StoredNetwork): Network {
  const numbers = (text: string) => Float64Array.from(text.split(" "), Number);
  const readLayer = (layer: { weights: string; biases: string }): Layer => {
    const [weights, biases] = [numbers(layer.weights), numbers(layer.biases)];
    return { inputs: weights.length / biases.length, outputs: biases.length, weights, biases };
  };
  const members = stored.members.map((layers) => layers.map(readLayer));
  return { mean: numbers(stored.mean), deviation: numbers(stored.deviation), members };
}

/** Room for the values between the layers of a member. */
export function makeLayerRoom({ members }: Network): Float64Array[] {
  return members[0]!.map(({ outputs }) => new Float64Array(outputs));
}

/**
 * The mean of the members' first outputs for one set of inputs, which are overwritten. Sums run from the first input, and
 * the first member, to the last.
 */
export function evaluateNetwork(
  { mean, deviation, members }: Network,
  inputs: Float64Array,
  room: Float64Array[],
): number {
  for (let i = 0; i < mean.length; i++) inputs[i] = (inputs[i]! - mean[i]!) / deviation[i]!;
  let sum = 0;
  for (const layers of members) sum += evaluateMember(layers, inputs, room);
  return sum / members.length;
}

function evaluateMember(layers: readonly Layer[], inputs: Float64Array, room: Float64Array[]): number {
  let values = inputs;
  for (let number = 0; number < layers.length; number++) {
    const out = room[number]!;
    applyLayer(layers[number]!, values, out);
    if (number < layers.length - 1) for (let j = 0; j < out.length; j++) out[j] = Math.max(0, out[j]!);
    values = out;
  }
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
