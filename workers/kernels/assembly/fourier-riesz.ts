// The band-passed map and its Riesz transform v_a, of spectrum −i·k_a/|k|·S·F, from the spectrum F of the map. That is in
// double precision, the filtered ones are in single. A factor k_a waits until the inverse transforms along the other axes are
// done, so that the components along x and y share theirs along z.
import { frequencyIndex } from "./fourier-frequency";

const DOUBLE: usize = 8;
const SINGLE: usize = 4;

/**
 * Of row y of all planes, with the tables S and S/|k| over |k|² of whole-numbered indices; cubes of even n:
 *   V = S·F,   G = −i·S/|k|·F,   Z = k_z·G.
 * Only the first `columns` of a row are computed, those behind them become 0. `scratch` holds the weights of a row, which
 * those of z and of n − z have in common: two tables of n/2 + 1.
 */
export function rieszRow(
  source: usize, halfRow: usize, planePitch: usize, n: usize, y: usize, columns: usize, band: usize, perRadius: usize,
  v: usize, g: usize, alongZ: usize, targetHalfRow: usize, targetPlanePitch: usize, scratch: usize,
): void {
  const half = n / 2, ky = frequencyIndex(y, n), gap = halfRow * DOUBLE, targetGap = targetHalfRow * SINGLE;
  const fromRow = source + y * 2 * halfRow * DOUBLE, toRow = y * 2 * targetHalfRow * SINGLE, second = scratch + (half + 1) * DOUBLE;
  for (let kz: usize = 0; kz <= half; kz++) {
    const squared = (kz * kz + <usize>(ky * ky)) * DOUBLE;
    for (let x: usize = 0; x < columns; x++) {
      const at = squared + x * x * DOUBLE;
      store<f64>(scratch + x * DOUBLE, load<f64>(band + at));
      store<f64>(second + x * DOUBLE, load<f64>(perRadius + at));
    }
    for (let z = kz; z < n; z += n - 2 * kz) {
      const from = fromRow + z * planePitch * DOUBLE, to = toRow + z * targetPlanePitch * SINGLE;
      filterRow(nyquistFree(z, n), from, gap, scratch, second, columns, v + to, g + to, alongZ + to, targetGap);
      const rest = (targetHalfRow - columns) * SINGLE, behind = to + columns * SINGLE;
      clearParts(v + behind, rest, targetGap);
      clearParts(g + behind, rest, targetGap);
      clearParts(alongZ + behind, rest, targetGap);
      if (kz == 0 || kz >= half || z > half) break;
    }
  }
}

/** The index k of a component along its own axis; 0 at n/2, where the component's inverse is imaginary (`nyquistRows`). */
@inline
function nyquistFree(at: usize, n: usize): f64 {
  return at == n / 2 ? 0 : frequencyIndex(at, n);
}

@inline
function clearParts(at: usize, bytes: usize, gap: usize): void {
  memory.fill(at, 0, bytes);
  memory.fill(at + gap, 0, bytes);
}

/** One row; −i·(re + i·im) = im − i·re. */
function filterRow(
  kz: f64, from: usize, gap: usize, band: usize, perRadius: usize, columns: usize, v: usize, g: usize, alongZ: usize, targetGap: usize,
): void {
  const f = f64x2.splat(kz);
  let x: usize = 0;
  for (; x + 4 <= columns; x += 4) {
    const at = x * DOUBLE, to = x * SINGLE, re = from + at, im = re + gap;
    const re0 = v128.load(re), re2 = v128.load(re, 16), im0 = v128.load(im), im2 = v128.load(im, 16);
    const s0 = v128.load(band + at), s2 = v128.load(band + at, 16);
    putFour(v + to, f64x2.mul(s0, re0), f64x2.mul(s2, re2));
    putFour(v + to + targetGap, f64x2.mul(s0, im0), f64x2.mul(s2, im2));
    const t0 = v128.load(perRadius + at), t2 = v128.load(perRadius + at, 16);
    const gr0 = f64x2.mul(t0, im0), gr2 = f64x2.mul(t2, im2);
    const gi0 = f64x2.neg(f64x2.mul(t0, re0)), gi2 = f64x2.neg(f64x2.mul(t2, re2));
    putFour(g + to, gr0, gr2);
    putFour(g + to + targetGap, gi0, gi2);
    putFour(alongZ + to, f64x2.mul(f, gr0), f64x2.mul(f, gr2));
    putFour(alongZ + to + targetGap, f64x2.mul(f, gi0), f64x2.mul(f, gi2));
  }
  for (; x < columns; x++) {
    const at = x * DOUBLE, to = x * SINGLE, re = load<f64>(from + at), im = load<f64>(from + at + gap);
    const s = load<f64>(band + at), t = load<f64>(perRadius + at), gr = t * im, gi = -(t * re);
    storeParts(v + to, targetGap, s * re, s * im);
    storeParts(g + to, targetGap, gr, gi);
    storeParts(alongZ + to, targetGap, kz * gr, kz * gi);
  }
}

@inline
function storeParts(at: usize, gap: usize, re: f64, im: f64): void {
  store<f32>(at, <f32>re);
  store<f32>(at + gap, <f32>im);
}

/** Rounds two pairs of doubles to four singles. */
@inline
function putFour(at: usize, low: v128, high: v128): void {
  v128.store(at, v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2));
}

/**
 * A plane of G, which has been brought back along z, becomes k_x·G, and `alongY` k_y·G, whole rows with their padding; half a
 * row is a multiple of four.
 */
export function rieszPlane(g: usize, alongY: usize, halfRow: usize, n: usize): void {
  const half = n / 2, gap = halfRow * SINGLE;
  for (let y: usize = 0; y < n; y++) {
    const ky = f32x4.splat(<f32>nyquistFree(y, n)), row = y * 2 * gap;
    for (let x: usize = 0; x < halfRow; x += 4) {
      const at = row + x * SINGLE, re = v128.load(g + at), im = v128.load(g + at + gap);
      v128.store(alongY + at, f32x4.mul(ky, re));
      v128.store(alongY + at + gap, f32x4.mul(ky, im));
      const kx = fourFrom(x, half);
      v128.store(g + at, f32x4.mul(kx, re));
      v128.store(g + at + gap, f32x4.mul(kx, im));
    }
  }
}

/** x, x + 1, x + 2, x + 3, but 0 from n/2 on. */
@inline
function fourFrom(x: usize, half: usize): v128 {
  const k = f32x4(<f32>x, <f32>(x + 1), <f32>(x + 2), <f32>(x + 3));
  return v128.and(k, f32x4.lt(k, f32x4.splat(<f32>half)));
}

/**
 * Half spectrum (n rows) of the imaginary part of one v_a: n/2·S/|k|·F on the plane k_a = n/2, of which element (row, column)
 * is at source + row·rowStep + column·columnStep, its imaginary part `gap` bytes further.
 */
export function nyquistRows(
  source: usize, rowStep: usize, columnStep: usize, gap: usize, n: usize, perRadius: usize, target: usize, targetHalfRow: usize,
): void {
  const half = n / 2;
  for (let row: usize = 0; row < n; row++) {
    const k = frequencyIndex(row, n), squared = half * half + <usize>(k * k);
    const out = target + row * 2 * targetHalfRow * SINGLE;
    for (let column: usize = 0; column <= half; column++) {
      const weight = <f64>half * load<f64>(perRadius + (squared + column * column) * DOUBLE);
      const from = source + row * rowStep + column * columnStep, at = out + column * SINGLE;
      store<f32>(at, <f32>(weight * load<f64>(from)));
      store<f32>(at + targetHalfRow * SINGLE, <f32>(weight * load<f64>(from + gap)));
    }
  }
}
