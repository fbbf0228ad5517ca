import { lower, outsideLanes, sumOfPair, sumOfQuad, upper, valueAt } from "./voxels-lanes";

/** Two float64 at `out`: number and sum of the voxels outside the mask. */
export function backgroundSum(plane: usize, mask: usize, count: usize, out: usize): void {
  const quads = count & ~3;
  let a = f64x2.splat(0), b = f64x2.splat(0), n = i32x4.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const outside = outsideLanes(mask + i), v = v128.and(v128.load(plane + (i << 2)), outside);
    n = i32x4.sub(n, outside);
    a = f64x2.add(a, lower(v));
    b = f64x2.add(b, upper(v));
  }
  let voxels = sumOfQuad(n), sum = sumOfPair(f64x2.add(a, b));
  for (let i = quads; i < count; i++) {
    if (load<u8>(mask + i)) continue;
    voxels++;
    sum += f64(valueAt(plane, i));
  }
  store<f64>(out, f64(voxels));
  store<f64>(out, sum, 8);
}

/** Sum of (v - mean) squared outside the mask. */
export function backgroundDeviation(plane: usize, mask: usize, count: usize, mean: f64): f64 {
  const m = f64x2.splat(mean), quads = count & ~3;
  let a = f64x2.splat(0), b = f64x2.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2)), outside = outsideLanes(mask + i);
    const c = v128.and(f64x2.sub(lower(v), m), i64x2.extend_low_i32x4_s(outside));
    const d = v128.and(f64x2.sub(upper(v), m), i64x2.extend_high_i32x4_s(outside));
    a = f64x2.add(a, f64x2.mul(c, c));
    b = f64x2.add(b, f64x2.mul(d, d));
  }
  let sum = sumOfPair(f64x2.add(a, b));
  for (let i = quads; i < count; i++) {
    if (load<u8>(mask + i)) continue;
    const d = f64(valueAt(plane, i)) - mean;
    sum += d * d;
  }
  return sum;
}

/** Two uint32 at `out`: voxels outside the mask with |v| > limit, and with |v - mean| > limit, compared in float64. */
export function backgroundOutliers(plane: usize, mask: usize, count: usize, mean: f64, limit: f64, out: usize): void {
  const m = f64x2.splat(mean), l = f64x2.splat(limit), quads = count & ~3;
  let zero = i64x2.splat(0), about = i64x2.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2)), outside = outsideLanes(mask + i), a = lower(v), b = upper(v);
    const low = i64x2.extend_low_i32x4_s(outside), high = i64x2.extend_high_i32x4_s(outside);
    zero = i64x2.sub(zero, v128.and(f64x2.gt(f64x2.abs(a), l), low));
    zero = i64x2.sub(zero, v128.and(f64x2.gt(f64x2.abs(b), l), high));
    about = i64x2.sub(about, v128.and(f64x2.gt(f64x2.abs(f64x2.sub(a, m)), l), low));
    about = i64x2.sub(about, v128.and(f64x2.gt(f64x2.abs(f64x2.sub(b, m)), l), high));
  }
  let fromZero = u32(i64x2.extract_lane(zero, 0) + i64x2.extract_lane(zero, 1));
  let fromMean = u32(i64x2.extract_lane(about, 0) + i64x2.extract_lane(about, 1));
  for (let i = quads; i < count; i++) {
    if (load<u8>(mask + i)) continue;
    const v = f64(valueAt(plane, i));
    fromZero += u32(abs(v) > limit);
    fromMean += u32(abs(v - mean) > limit);
  }
  store<u32>(out, fromZero);
  store<u32>(out, fromMean, 4);
}
