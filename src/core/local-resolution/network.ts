/** A fully connected layer: out = in·weights + biases, weights by input, then output. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float64Array;
  readonly biases: Float64Array;
}

/** How inputs are scaled first: x ← (x − mean)/deviation. */
export interface Scale {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * A few networks of the same shape whose outputs are averaged. Every layer but the last of a member ends in max(0, x). The
 * first of a member sums up a map; the next reads a point's inputs and that summary.
 */
export interface Networks {
  readonly points: Scale;
  readonly map: Scale;
  readonly members: readonly (readonly Layer[])[];
}

/** {@link Networks} for the points of one map. */
export interface PointNetworks {
  readonly scale: Scale;
  readonly members: readonly (readonly Layer[])[];
}

/** Scaled inputs are kept within these, either side of 0, so that no odd number carries a whole map away. */
const CLIP = { points: 10, map: 3 } as const;

/** Networks as they are kept: numbers with a space between; weights and biases in whole multiples of `unit`. */
export interface StoredNetworks {
  readonly points: StoredScale;
  readonly map: StoredScale;
  readonly unit: number;
  readonly members: readonly (readonly { readonly weights: string; readonly biases: string }[])[];
}

interface StoredScale {
  readonly mean: string;
  readonly deviation: string;
}

/** Reads stored networks. Allocates. */
export function readNetworks({ points, map, unit, members }: StoredNetworks): Networks {
  const numbers = (text: string) => Float64Array.from(text.split(" "), Number);
  const multiples = (text: string) => numbers(text).map((multiple) => multiple * unit);
  const readScale = ({ mean, deviation }: StoredScale) => ({ mean: numbers(mean), deviation: numbers(deviation) });
  const readLayer = (layer: { weights: string; biases: string }): Layer => {
    const [weights, biases] = [multiples(layer.weights), multiples(layer.biases)];
    return { inputs: weights.length / biases.length, outputs: biases.length, weights, biases };
  };
  return { points: readScale(points), map: readScale(map), members: members.map((layers) => layers.map(readLayer)) };
}

/** The networks for the points of a map: what its summary adds to the first sums becomes part of their biases. Allocates. */
export function networksForMap({ points, map, members }: Networks, features: Float64Array): PointNetworks {
  const scaled = features.slice();
  scaleInputs(scaled, map, CLIP.map);
  return { scale: points, members: members.map((layers) => layersForMap(layers, scaled)) };
}

function layersForMap([summing, first, ...rest]: readonly Layer[], scaled: Float64Array): Layer[] {
  const summary = new Float64Array(summing!.outputs);
  applyLayer(summing!, scaled, summary);
  rectify(summary);
  const { outputs, weights, biases } = first!;
  const inputs = first!.inputs - summary.length;
  const ofMap = { inputs: summary.length, outputs, weights: weights.slice(inputs * outputs), biases };
  const shifted = new Float64Array(outputs);
  applyLayer(ofMap, summary, shifted);
  return [{ inputs, outputs, weights: weights.slice(0, inputs * outputs), biases: shifted }, ...rest];
}

/** Room for the values between the layers of a member. */
export function makeLayerRoom({ members }: PointNetworks): Float64Array[] {
  return members[0]!.map(({ outputs }) => new Float64Array(outputs));
}

/**
 * The mean of the members' outputs for a point's inputs, which are overwritten. Sums run from the first input, and the first
 * member, to the last.
 */
export function evaluateNetworks(
  { scale, members }: PointNetworks,
  inputs: Float64Array,
  room: Float64Array[],
): number {
  scaleInputs(inputs, scale, CLIP.points);
  let sum = 0;
  for (const layers of members) sum += evaluateMember(layers, inputs, room);
  return sum / members.length;
}

function scaleInputs(inputs: Float64Array, { mean, deviation }: Scale, most: number): void {
  for (let i = 0; i < inputs.length; i++) {
    inputs[i] = Math.min(most, Math.max(-most, (inputs[i]! - mean[i]!) / deviation[i]!));
  }
}

function evaluateMember(layers: readonly Layer[], inputs: Float64Array, room: Float64Array[]): number {
  let values = inputs;
  for (let number = 0; number < layers.length; number++) {
    const out = room[number]!;
    applyLayer(layers[number]!, values, out);
    if (number < layers.length - 1) rectify(out);
    values = out;
  }
  return values[0]!;
}

function rectify(values: Float64Array): void {
  for (let j = 0; j < values.length; j++) values[j] = Math.max(0, values[j]!);
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
