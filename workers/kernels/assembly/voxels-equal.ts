import { outsideLanes, sumOfQuad, valueAt } from "./voxels-lanes";

/** Voxels outside the mask that equal `value`; without a mask (address 0), of all. */
export function countEqual(plane: usize, mask: usize, count: usize, value: f32): u32 {
  const t = f32x4.splat(value), quads = count & ~3;
  let n = i32x4.splat(0);
  for (let i: usize = 0; i < quads; i += 4) {
    const equal = f32x4.eq(v128.load(plane + (i << 2)), t);
    n = i32x4.sub(n, mask ? v128.and(equal, outsideLanes(mask + i)) : equal);
  }
  let equal = sumOfQuad(n);
  for (let i = quads; i < count; i++) equal += u32(valueAt(plane, i) == value && !(mask && load<u8>(mask + i)));
  return equal;
}

/** Voxels of the first and last row and column that equal `value`, each of the four counted by itself. */
export function countEqualOnEdges(plane: usize, nx: usize, ny: usize, value: f32): u32 {
  const last = plane + (((ny - 1) * nx) << 2);
  let equal = countEqual(plane, 0, nx, value) + countEqual(last, 0, nx, value);
  for (let y: usize = 0; y < ny; y++) {
    const row = plane + ((y * nx) << 2);
    equal += u32(load<f32>(row) == value) + u32(valueAt(row, nx - 1) == value);
  }
  return equal;
}
