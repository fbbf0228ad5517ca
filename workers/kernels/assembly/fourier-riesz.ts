// The band-passed map and its Riesz transform: one spectrum at a time from that of the map. The map's spectrum F is in double
// precision, the filtered spectra W are in single.
import { frequencyIndex } from "./fourier-frequency";

const DOUBLE: usize = 8;
const SINGLE: usize = 4;

/**
 * W = S·F (component 0) or −i·k_a/|k|·S·F (1 for x, 2 for y, 3 for z) of row y of all planes, with the table S or S/|k| over |k|²
 * of whole-numbered indices; cubes of even n. The Nyquist plane of component a along its own axis is 0: what stands there has
 * an imaginary inverse (`nyquistRows`). Only the first `columns` of a row are computed, those behind them become 0. `scratch`
 * holds the weights of a row, which those of z and of n − z have in common.
 */
export function rieszRow(
  component: u32, source: usize, halfRow: usize, planePitch: usize, n: usize, y: usize, columns: usize, table: usize,
  target: usize, targetHalfRow: usize, targetPlanePitch: usize, scratch: usize,
): void {
  const half = n / 2, ky = frequencyIndex(y, n), gap = halfRow * DOUBLE, targetGap = targetHalfRow * SINGLE;
  const fromRow = source + y * 2 * halfRow * DOUBLE, toRow = target + y * 2 * targetHalfRow * SINGLE;
  for (let kz: usize = 0; kz <= half; kz++) {
    const weights = table + (kz * kz + <usize>(ky * ky)) * DOUBLE;
    for (let x: usize = 0; x < columns; x++) store<f64>(scratch + x * DOUBLE, load<f64>(weights + x * x * DOUBLE));
    for (let z = kz; z < n; z += n - 2 * kz) {
      const from = fromRow + z * planePitch * DOUBLE, to = toRow + z * targetPlanePitch * SINGLE;
      if (component == 0) bandRow(from, gap, scratch, columns, to, targetGap);
      else if (component == 1) rieszRowAlong(true, 0, from, gap, scratch, columns, half, to, targetGap);
      else {
        const k = component == 2 ? y : z, f = k == half ? 0 : frequencyIndex(k, n);
        rieszRowAlong(false, f, from, gap, scratch, columns, half, to, targetGap);
      }
      const rest = (targetHalfRow - columns) * SINGLE, behind = to + columns * SINGLE;
      memory.fill(behind, 0, rest);
      memory.fill(behind + targetGap, 0, rest);
      if (kz == 0 || kz >= half || z > half) break;
    }
  }
}

/** S·F of a row. */
@inline
function bandRow(from: usize, gap: usize, weights: usize, columns: usize, to: usize, targetGap: usize): void {
  let x: usize = 0;
  for (; x + 4 <= columns; x += 4) {
    const weight = weights + x * DOUBLE, s = v128.load(weight), t = v128.load(weight, 16), re = from + x * DOUBLE, im = re + gap;
    putFour(to + x * SINGLE, f64x2.mul(s, v128.load(re)), f64x2.mul(t, v128.load(re, 16)));
    putFour(to + x * SINGLE + targetGap, f64x2.mul(s, v128.load(im)), f64x2.mul(t, v128.load(im, 16)));
  }
  for (; x < columns; x++) {
    const s = load<f64>(weights + x * DOUBLE), re = from + x * DOUBLE, at = to + x * SINGLE;
    store<f32>(at, <f32>(s * load<f64>(re)));
    store<f32>(at + targetGap, <f32>(s * load<f64>(re + gap)));
  }
}

/** −i·f·S/|k|·F of a row, f being x itself (0 at n/2) or the same all along. */
@inline
function rieszRowAlong(
  alongX: bool, f: f64, from: usize, gap: usize, weights: usize, columns: usize, half: usize, to: usize, targetGap: usize,
): void {
  const whole = min(columns, half), same = f64x2.splat(f);
  let x: usize = 0;
  for (; x + 4 <= whole; x += 4) {
    const weight = weights + x * DOUBLE, s = v128.load(weight), t = v128.load(weight, 16), re = from + x * DOUBLE, im = re + gap;
    const f0 = alongX ? twoFrom(x) : same, f2 = alongX ? twoFrom(x + 2) : same;
    putFour(
      to + x * SINGLE, f64x2.mul(f0, f64x2.mul(s, v128.load(im))), f64x2.mul(f2, f64x2.mul(t, v128.load(im, 16))),
    );
    putFour(
      to + x * SINGLE + targetGap,
      f64x2.mul(f64x2.neg(f0), f64x2.mul(s, v128.load(re))), f64x2.mul(f64x2.neg(f2), f64x2.mul(t, v128.load(re, 16))),
    );
  }
  for (; x < columns; x++) {
    const t = load<f64>(weights + x * DOUBLE), re = from + x * DOUBLE, at = to + x * SINGLE;
    const k: f64 = alongX ? (x == half ? 0 : <f64>x) : f;
    store<f32>(at, <f32>(k * (t * load<f64>(re + gap))));
    store<f32>(at + targetGap, <f32>(-k * (t * load<f64>(re))));
  }
}

@inline
function twoFrom(x: usize): v128 {
  return f64x2(<f64>x, <f64>(x + 1));
}

/** Rounds two pairs of doubles to four singles. */
@inline
function putFour(at: usize, low: v128, high: v128): void {
  v128.store(at, v128.shuffle<i64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2));
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
