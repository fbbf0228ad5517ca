import { lower, sumOfPair, upper, valueAt } from "./voxels-lanes";

/** Five float64 at `out`: min, max and sum of the finite values, number of the others, index of the first of them or -1. */
export function planeStatistics(plane: usize, count: usize, out: usize): void {
  let low = f32x4.splat(Infinity), high = f32x4.splat(-Infinity), bad = i32x4.splat(0);
  let a = f64x2.splat(0), b = f64x2.splat(0);
  const quads = count & ~3;
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2));
    low = f32x4.min(low, v);
    high = f32x4.max(high, v);
    bad = v128.or(bad, f32x4.ne(f32x4.sub(v, v), f32x4.splat(0)));
    a = f64x2.add(a, lower(v));
    b = f64x2.add(b, upper(v));
  }
  let least = min(min(f32x4.extract_lane(low, 0), f32x4.extract_lane(low, 1)), min(f32x4.extract_lane(low, 2), f32x4.extract_lane(low, 3)));
  let most = max(max(f32x4.extract_lane(high, 0), f32x4.extract_lane(high, 1)), max(f32x4.extract_lane(high, 2), f32x4.extract_lane(high, 3)));
  let sum = sumOfPair(f64x2.add(a, b));
  let nonFinite = v128.any_true(bad);
  for (let i = quads; i < count; i++) {
    const v = valueAt(plane, i);
    least = min(least, v);
    most = max(most, v);
    sum += f64(v);
    nonFinite = nonFinite || !isFinite(v);
  }
  if (nonFinite) return finiteStatistics(plane, count, out);
  storeStatistics(out, f64(least), f64(most), sum, 0, -1);
}

/** The same, value by value, for the rare plane that holds NaN or infinity. */
function finiteStatistics(plane: usize, count: usize, out: usize): void {
  let least = f64(Infinity), most = f64(-Infinity), sum: f64 = 0, bad: f64 = 0, first: f64 = -1;
  for (let i: usize = 0; i < count; i++) {
    const v = f64(valueAt(plane, i));
    if (isFinite(v)) {
      least = min(least, v);
      most = max(most, v);
      sum += v;
    } else {
      if (bad == 0) first = f64(i);
      bad += 1;
    }
  }
  storeStatistics(out, least, most, sum, bad, first);
}

@inline function storeStatistics(out: usize, least: f64, most: f64, sum: f64, bad: f64, first: f64): void {
  store<f64>(out, least);
  store<f64>(out, most, 8);
  store<f64>(out, sum, 16);
  store<f64>(out, bad, 24);
  store<f64>(out, first, 32);
}

/** Sum of (v - mean) squared. */
export function planeDeviation(plane: usize, count: usize, mean: f64): f64 {
  const m = f64x2.splat(mean), quads = count & ~3;
  let a = f64x2.splat(0), b = f64x2.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2));
    const c = f64x2.sub(lower(v), m), d = f64x2.sub(upper(v), m);
    a = f64x2.add(a, f64x2.mul(c, c));
    b = f64x2.add(b, f64x2.mul(d, d));
  }
  let sum = sumOfPair(f64x2.add(a, b));
  for (let i = quads; i < count; i++) {
    const d = f64(valueAt(plane, i)) - mean;
    sum += d * d;
  }
  return sum;
}

/** accumulator[i] += v[i], accumulator in float64. */
export function accumulatePlane(plane: usize, count: usize, accumulator: usize): void {
  const quads = count & ~3;
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2)), p = accumulator + (i << 3);
    v128.store(p, f64x2.add(v128.load(p), lower(v)));
    v128.store(p, f64x2.add(v128.load(p, 16), upper(v)), 16);
  }
  for (let i = quads; i < count; i++) {
    const p = accumulator + (i << 3);
    store<f64>(p, load<f64>(p) + f64(valueAt(plane, i)));
  }
}
