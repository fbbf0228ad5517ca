// The squared amplitude of a band from the inverse transforms of its spectra (fourier-riesz), and what the local checks add up
// from it. Maps v are in single precision, squares and sums in double.
const DOUBLE: usize = 8;
const SINGLE: usize = 4;

/** Region bytes of four neighbouring voxels. */
const FOUR_INSIDE: u32 = 0x01010101;
const FOUR_OUTSIDE: u32 = 0x02020202;
const MIXED: u32 = 0xffffffff;

/**
 * m² of plane z: the sum of v² of the band-passed map, of the real parts of its three components, and of their squared
 * imaginary parts. Voxels of region 1 go to `inside` and of region 2 to `outside` in their order, float64; all others are
 * passed over. Rows firstRow … firstRow + rows - 1. The imaginary parts along x, y, z are planes of real rows over (z, y),
 * (z, x) and (y, x).
 */
export function squaredAmplitudes(
  v: usize, alongX: usize, alongY: usize, alongZ: usize, halfRow: usize, n: usize, firstRow: usize, rows: usize,
  regions: usize, inside: usize, outside: usize, z: usize, imaginaryX: usize, imaginaryY: usize, imaginaryZ: usize, imaginaryHalfRow: usize,
): void {
  const pitch = 2 * imaginaryHalfRow * SINGLE, rowOfY = imaginaryY + z * pitch, rowOfX = imaginaryX + z * pitch;
  for (let y = firstRow; y < firstRow + rows; y++) {
    const gx = <f64>load<f32>(rowOfX + y * SINGLE), constant = gx * gx, c = f64x2.splat(constant);
    const row = y * 2 * halfRow * SINGLE, rowOfZ = imaginaryZ + y * pitch, region = regions + y * n;
    for (let x: usize = 0; x < n; ) {
      const sides = x + 4 <= n ? load<u32>(region + x) : MIXED, at = x * SINGLE, real = row + at;
      if (sides == FOUR_INSIDE || sides == FOUR_OUTSIDE) {
        const out = sides == FOUR_INSIDE ? inside : outside;
        const g = v128.load(rowOfY + at), h = v128.load(rowOfZ + at);
        const a = v128.load(v + real), b = v128.load(alongX + real), d = v128.load(alongY + real), e = v128.load(alongZ + real);
        const low = f64x2.add(f64x2.add(c, lowSquares(g)), lowSquares(h)), high = f64x2.add(f64x2.add(c, highSquares(g)), highSquares(h));
        v128.store(out, sum5(low, lowSquares(a), lowSquares(b), lowSquares(d), lowSquares(e)));
        v128.store(out, sum5(high, highSquares(a), highSquares(b), highSquares(d), highSquares(e)), 16);
        if (sides == FOUR_INSIDE) inside += 4 * DOUBLE;
        else outside += 4 * DOUBLE;
      }
      if (sides == FOUR_INSIDE || sides == FOUR_OUTSIDE || sides == 0) {
        x += 4;
        continue;
      }
      const side = load<u8>(region + x);
      if (side != 0) {
        const imaginary = constant + square(rowOfY + at) + square(rowOfZ + at);
        const squared = imaginary + square(v + real) + square(alongX + real) + square(alongY + real) + square(alongZ + real);
        store<f64>(side == 1 ? inside : outside, squared);
        if (side == 1) inside += DOUBLE;
        else outside += DOUBLE;
      }
      x++;
    }
  }
}

/** From left to right, as a voxel on its own is summed. */
@inline
function sum5(a: v128, b: v128, c: v128, d: v128, e: v128): v128 {
  return f64x2.add(f64x2.add(f64x2.add(f64x2.add(a, b), c), d), e);
}

@inline
function square(address: usize): f64 {
  const value = <f64>load<f32>(address);
  return value * value;
}

@inline
function lowSquares(four: v128): v128 {
  const values = f64x2.promote_low_f32x4(four);
  return f64x2.mul(values, values);
}

@inline
function highSquares(four: v128): v128 {
  return lowSquares(v128.shuffle<i64>(four, four, 1, 1));
}

/** sums += weight·ln(m²/(m + q)) of each m². */
export function accumulateLogs(squares: usize, count: usize, q: f64, weight: f64, sums: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const squared = load<f64>(squares + i * DOUBLE), at = sums + i * DOUBLE;
    store<f64>(at, load<f64>(at) + weight * Math.log(squared / (Math.sqrt(squared) + q)));
  }
}

/** Adds one to the 16-bit counter of each value that is at least `least`. */
export function countAtLeast(values: usize, count: usize, least: f64, counters: usize): void {
  for (let i: usize = 0; i < count; i++) {
    const at = counters + i * 2;
    store<u16>(at, load<u16>(at) + u16(load<f64>(values + i * DOUBLE) >= least));
  }
}
