import { increment, valueAt } from "./voxels-lanes";

/** Keys whose unsigned order is the order of the values. Adding zero makes -0 the same key as +0. */
@inline function orderedKey(v: f32): u32 {
  const bits = reinterpret<u32>(v + 0);
  return bits ^ (u32(i32(bits) >> 31) | 0x80000000);
}

/** Adds the upper 16 key bits of the voxels whose mask byte is `side` (all voxels without a mask) to 65536 uint32 counters. */
export function countUpperKeys(plane: usize, mask: usize, count: usize, side: u32, histogram: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask && load<u8>(mask + i) != side) continue;
    increment(histogram, orderedKey(valueAt(plane, i)) >> 16);
  }
}

/** The same with the lower 16 bits of the keys whose upper bits are `bucket`. */
export function countLowerKeys(plane: usize, mask: usize, count: usize, side: u32, bucket: u32, histogram: usize): void {
  for (let i: usize = 0; i < count; i++) {
    if (mask && load<u8>(mask + i) != side) continue;
    const key = orderedKey(valueAt(plane, i));
    if (key >> 16 == bucket) increment(histogram, key & 0xffff);
  }
}
