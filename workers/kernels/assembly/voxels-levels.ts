import { increment, valueAt } from "./voxels-lanes";

/** One uint32 for each of the ascending float32 levels: voxels above it. */
export function countAboveLevels(plane: usize, count: usize, levels: usize, levelCount: usize, out: usize): void {
  memory.fill(out, 0, levelCount << 2);
  const octets = count & ~7, end = levels + (levelCount << 2);
  for (let i: usize = 0; i < octets; i += 8) {
    const v = v128.load(plane + (i << 2)), w = v128.load(plane + (i << 2), 16);
    for (let level = levels, p = out; level < end; level += 4, p += 4) {
      const t = v128.load_splat<f32>(level);
      const bits = i16x8.bitmask(i16x8.narrow_i32x4_s(f32x4.gt(v, t), f32x4.gt(w, t)));
      if (bits == 0) break;
      store<u32>(p, load<u32>(p) + popcnt(bits));
    }
  }
  for (let i = octets; i < count; i++) {
    const v = valueAt(plane, i);
    for (let k: usize = 0; k < levelCount && v > valueAt(levels, k); k++) increment(out, k);
  }
}

/** Counts in equal bins of the voxels whose mask byte is `side` (all without a mask): edge(i) <= v < edge(i + 1), end bins open. */
export function histogramPlane(plane: usize, mask: usize, count: usize, side: u32, min: f64, max: f64, bins: i32, out: usize): void {
  memory.fill(out, 0, <usize>bins << 2);
  const scale = f64(bins) / (max - min), step = (max - min) / f64(bins), last = max > min ? bins - 1 : 0;
  for (let i: usize = 0; i < count; i++) {
    if (mask && load<u8>(mask + i) != side) continue;
    const v = f64(valueAt(plane, i)), estimate = (v - min) * scale;
    let bin = i32(estimate > 0 ? (estimate < f64(last) ? estimate : f64(last)) : 0);
    // The estimate rounds, so a value at an edge may land beside its bin.
    if (bin > 0 && v < min + f64(bin) * step) bin--;
    else if (bin < last && v >= min + f64(bin + 1) * step) bin++;
    increment(out, <usize>bin);
  }
}
