/** Voxels of the input that one output voxel is made from. */
export const TAPS = 4;

/**
 * How one axis of a box is resampled. Output voxel j is Σ weights[4j + t] · c[indices[4j + t]], c the spline coefficients
 * where `coefficients` says so, else the values themselves.
 */
export interface AxisResampling {
  /** Voxels in. */
  readonly size: number;
  /** Voxels out. */
  readonly count: number;
  readonly coefficients: "spline" | "values";
  readonly indices: Int32Array;
  readonly weights: Float64Array;
  /** Where output voxel 0 lies, and from one to the next: voxels of the input, from the centre of its first. */
  readonly first: number;
  readonly step: number;
}

/** Positions this far outside the input still count as its edge, voxels. */
const EDGE_TOLERANCE = 1e-6;

/**
 * An axis of `size` voxels scaled to `scaled` voxels about its voxel ⌊size/2⌋ and cut or padded with zeros to `count`, voxel
 * ⌊scaled/2⌋ coming to lie at ⌊count/2⌋. Cubic B-splines, half-sample symmetric at both ends; a position outside the input
 * is wrapped around it. As xmipp_transform_geometry (3.24) with its window; a scale of 1 copies. Allocates.
 */
export function planAxis(size: number, { scaled, count }: { scaled: number; count: number }): AxisResampling {
  const indices = new Int32Array(TAPS * count);
  const weights = new Float64Array(TAPS * count);
  const copied = scaled === size;
  for (let j = 0; j < count; j++) {
    const from = j - Math.floor(count / 2) + Math.floor(scaled / 2);
    if (from < 0 || from >= scaled) continue;
    const position = copied ? from : inputPosition(from, { size, scaled });
    const first = Math.floor(position) - 1;
    for (let tap = 0; tap < TAPS; tap++) indices[TAPS * j + tap] = reflected(first + tap, size);
    weights.set(copied ? [0, 1, 0, 0] : cubicWeights(position - Math.floor(position)), TAPS * j);
  }
  const step = size / scaled;
  const first = Math.floor(size / 2) - Math.floor(count / 2) * step;
  return { size, count, coefficients: copied ? "values" : "spline", indices, weights, first, step };
}

/** Where voxel j of the scaled axis lies on the input, in voxels from its first. */
function inputPosition(j: number, { size, scaled }: { size: number; scaled: number }): number {
  const origin = Math.floor(size / 2);
  const position = (j - Math.floor(scaled / 2)) * (size / scaled);
  const [first, last] = [-origin, size - origin - 1];
  const outside = position < first - EDGE_TOLERANCE || position >= last + EDGE_TOLERANCE;
  const wrapped = position - Math.floor((position - (first - 0.5)) / size) * size;
  return (outside ? wrapped : position) + origin;
}

/** The index of an endless axis … c₁ c₀ | c₀ c₁ … c₋₁ | c₋₁ … within the axis. */
function reflected(index: number, size: number): number {
  const period = 2 * size;
  const within = ((index % period) + period) % period;
  return within < size ? within : period - 1 - within;
}

/** The cubic B-spline at distances 1 + t, t, 1 − t and 2 − t from its centre. */
function cubicWeights(t: number): readonly [number, number, number, number] {
  const u = 1 - t;
  const first = (u * u * u) / 6;
  const second = (t * t * (t - 2) * 3 + 4) / 6;
  const third = (u * u * (u - 2) * 3 + 4) / 6;
  return [first, second, third, 1 - first - second - third];
}
