// Lane helpers shared by the kernels; imported, not exported by the module.

/** Values 0 and 1 of four float32, as float64. */
@inline export function lower(v: v128): v128 {
  return f64x2.promote_low_f32x4(v);
}

/** Values 2 and 3 of four float32, as float64. */
@inline export function upper(v: v128): v128 {
  return f64x2.promote_low_f32x4(i64x2.shuffle(v, v, 1, 1));
}

@inline export function sumOfPair(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

@inline export function sumOfQuad(v: v128): u32 {
  return i32x4.extract_lane(v, 0) + i32x4.extract_lane(v, 1) + i32x4.extract_lane(v, 2) + i32x4.extract_lane(v, 3);
}

@inline export function valueAt(values: usize, i: usize): f32 {
  return load<f32>(values + (i << 2));
}

/** Adds one to the 32-bit counter `i`. */
@inline export function increment(counters: usize, i: usize): void {
  const p = counters + (i << 2);
  store<u32>(p, load<u32>(p) + 1);
}

/** Sixteen comparisons as bytes, 255 where the value is at least the level. */
@inline export function atLeast(values: usize, level: v128): v128 {
  const a = i16x8.narrow_i32x4_s(f32x4.ge(v128.load(values), level), f32x4.ge(v128.load(values, 16), level));
  const b = i16x8.narrow_i32x4_s(f32x4.ge(v128.load(values, 32), level), f32x4.ge(v128.load(values, 48), level));
  return i8x16.narrow_i16x8_s(a, b);
}

/** Four mask bytes as 32-bit lanes. */
@inline export function maskLanes(mask: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(mask)));
}

/** All ones in the lanes of the four voxels outside the mask. */
@inline export function outsideLanes(mask: usize): v128 {
  return i32x4.eq(maskLanes(mask), i32x4.splat(0));
}
