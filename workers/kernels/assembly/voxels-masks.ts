import { atLeast, maskLanes, outsideLanes, valueAt } from "./voxels-lanes";

/** Mask bytes of v >= level; returns how many. */
export function thresholdPlane(plane: usize, count: usize, level: f32, mask: usize): u32 {
  const t = f32x4.splat(level), one = i8x16.splat(1), blocks = count & ~15;
  let inside: u32 = 0;
  for (let i: usize = 0; i < blocks; i += 16) {
    const bytes = atLeast(plane + (i << 2), t);
    v128.store(mask + i, v128.and(bytes, one));
    inside += popcnt(i8x16.bitmask(bytes));
  }
  for (let i = blocks; i < count; i++) {
    const bit = u32(valueAt(plane, i) >= level);
    store<u8>(mask + i, bit);
    inside += bit;
  }
  return inside;
}

/** Mask voxels of each row (ny counts) and of each column (nx counts), uint32. */
export function maskPlaneCounts(mask: usize, nx: usize, ny: usize, rows: usize, columns: usize): void {
  memory.fill(columns, 0, nx << 2);
  const blocks = nx & ~15;
  for (let y: usize = 0; y < ny; y++) {
    const row = mask + y * nx;
    let inside: u32 = 0;
    for (let x: usize = 0; x < blocks; x += 16) {
      const bits = i8x16.bitmask(i8x16.ne(v128.load(row + x), i8x16.splat(0)));
      if (bits == 0) continue;
      inside += popcnt(bits);
      for (let k: usize = 0; k < 16; k += 4) addLanes(columns + ((x + k) << 2), row + x + k);
    }
    for (let x = blocks; x < nx; x++) {
      const bit = u32(load<u8>(row + x)), p = columns + (x << 2);
      inside += bit;
      store<u32>(p, load<u32>(p) + bit);
    }
    store<u32>(rows + (y << 2), inside);
  }
}

@inline function addLanes(counts: usize, mask: usize): void {
  v128.store(counts, i32x4.add(v128.load(counts), maskLanes(mask)));
}

/** Voxels set in both masks. */
export function overlap(a: usize, b: usize, count: usize): u32 {
  const blocks = count & ~15;
  let both: u32 = 0;
  for (let i: usize = 0; i < blocks; i += 16) {
    both += popcnt(i8x16.bitmask(i8x16.ne(v128.and(v128.load(a + i), v128.load(b + i)), i8x16.splat(0))));
  }
  for (let i = blocks; i < count; i++) both += u32(load<u8>(a + i) & load<u8>(b + i));
  return both;
}

/** max(v, 0) inside the mask, 0 outside; `out` may be `plane`. */
export function maskedPlane(plane: usize, mask: usize, count: usize, out: usize): void {
  const quads = count & ~3, zero = f32x4.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const v = f32x4.max(v128.load(plane + (i << 2)), zero);
    v128.store(out + (i << 2), v128.andnot(v, outsideLanes(mask + i)));
  }
  for (let i = quads; i < count; i++) store<f32>(out + (i << 2), load<u8>(mask + i) ? max(valueAt(plane, i), 0) : 0);
}

/** v where it lies outside the mask and |v| > limit, else 0; `out` may be `plane`. */
export function outlierPlane(plane: usize, mask: usize, count: usize, limit: f64, out: usize): void {
  const quads = count & ~3, bound = floorToFloat(limit), b = f32x4.splat(bound);
  for (let i: usize = 0; i < quads; i += 4) {
    const v = v128.load(plane + (i << 2));
    v128.store(out + (i << 2), v128.and(v128.and(v, f32x4.gt(f32x4.abs(v), b)), outsideLanes(mask + i)));
  }
  for (let i = quads; i < count; i++) {
    const v = valueAt(plane, i);
    store<f32>(out + (i << 2), load<u8>(mask + i) == 0 && abs(v) > bound ? v : 0);
  }
}

/** Largest float32 not above x >= 0: a float32 exceeds it exactly when it exceeds x. */
function floorToFloat(x: f64): f32 {
  const rounded = f32(x);
  return f64(rounded) > x ? reinterpret<f32>(reinterpret<u32>(rounded) - 1) : rounded;
}
