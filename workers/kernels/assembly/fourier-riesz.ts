// The band-passed map and its Riesz transform: four spectra from one, and the squared amplitude of their inverses.
// Spectra F are in double precision; the four products W0 … W3 (v, v_x, v_y, v_z) lie `spacing` bytes apart, in T.
import { frequencyIndex } from "./fourier-frequency";

const DOUBLE: usize = 8;

/**
 * W0 = S·F and W_a = −i·k_a/|k|·S·F of row y of all planes, S and S/|k| tables over |k|² of whole-numbered indices; cubes of
 * even n. The Nyquist plane of W_a along its own axis is 0: what stands there has an imaginary inverse (`nyquistRows`). Only
 * the first `columns` of a row are computed, those behind them become 0.
 */
export function rieszRow<T>(
  source: usize, halfRow: usize, planePitch: usize, n: usize, y: usize, columns: usize, band: usize, perRadius: usize,
  target: usize, targetHalfRow: usize, targetPlanePitch: usize, spacing: usize,
): void {
  const half = n / 2, ky = frequencyIndex(y, n), atNyquistY = y == half;
  for (let z: usize = 0; z < n; z++) {
    const kz = frequencyIndex(z, n), squared = <usize>(kz * kz + ky * ky);
    const fy: f64 = atNyquistY ? 0 : ky, fz: f64 = z == half ? 0 : kz;
    const re = source + (z * planePitch + y * 2 * halfRow) * DOUBLE, im = re + halfRow * DOUBLE;
    const out = target + (z * targetPlanePitch + y * 2 * targetHalfRow) * sizeof<T>(), gap = targetHalfRow * sizeof<T>();
    for (let x: usize = 0; x < columns; x++) {
      const index = (squared + x * x) * DOUBLE, s = load<f64>(band + index), t = load<f64>(perRadius + index);
      const r = load<f64>(re + x * DOUBLE), i = load<f64>(im + x * DOUBLE), tr = t * r, ti = t * i;
      const fx: f64 = x == half ? 0 : <f64>x, at = out + x * sizeof<T>();
      put<T>(at, gap, s * r, s * i);
      put<T>(at + spacing, gap, fx * ti, -fx * tr);
      put<T>(at + 2 * spacing, gap, fy * ti, -fy * tr);
      put<T>(at + 3 * spacing, gap, fz * ti, -fz * tr);
    }
    const rest = (targetHalfRow - columns) * sizeof<T>();
    for (let part: usize = 0; part < 4; part++) {
      const at = out + part * spacing + columns * sizeof<T>();
      memory.fill(at, 0, rest);
      memory.fill(at + gap, 0, rest);
    }
  }
}

@inline function put<T>(at: usize, gap: usize, re: f64, im: f64): void {
  store<T>(at, <T>re);
  store<T>(at + gap, <T>im);
}

/**
 * Half spectrum (n rows) of the imaginary part of one v_a: n/2·S/|k|·F on the plane k_a = n/2, of which element (row, column)
 * is at source + row·rowStep + column·columnStep, its imaginary part `gap` bytes further.
 */
export function nyquistRows<T>(
  source: usize, rowStep: usize, columnStep: usize, gap: usize, n: usize, perRadius: usize, target: usize, targetHalfRow: usize,
): void {
  const half = n / 2;
  for (let row: usize = 0; row < n; row++) {
    const k = frequencyIndex(row, n), squared = half * half + <usize>(k * k);
    const out = target + row * 2 * targetHalfRow * sizeof<T>();
    for (let column: usize = 0; column <= half; column++) {
      const weight = <f64>half * load<f64>(perRadius + (squared + column * column) * DOUBLE);
      const from = source + row * rowStep + column * columnStep;
      put<T>(out + column * sizeof<T>(), targetHalfRow * sizeof<T>(), weight * load<f64>(from), weight * load<f64>(from + gap));
    }
  }
}

/**
 * m² = Σ v² of plane z, voxels of region 1 to `inside` and of region 2 to `outside` in their order, float64; all others are
 * passed over. Rows firstRow … firstRow + rows - 1. The imaginary parts along x, y, z are planes of real rows over (z, y),
 * (z, x) and (y, x).
 */
export function squaredAmplitudes<T>(
  plane: usize, halfRow: usize, spacing: usize, n: usize, z: usize, firstRow: usize, rows: usize, regions: usize,
  imaginaryX: usize, imaginaryY: usize, imaginaryZ: usize, imaginaryHalfRow: usize, inside: usize, outside: usize,
): void {
  const pitch = 2 * halfRow * sizeof<T>(), imaginaryPitch = 2 * imaginaryHalfRow * sizeof<T>();
  const alongY = imaginaryY + z * imaginaryPitch;
  for (let y = firstRow; y < firstRow + rows; y++) {
    const row = plane + y * pitch, region = regions + y * n, alongZ = imaginaryZ + y * imaginaryPitch;
    const gx = <f64>load<T>(imaginaryX + z * imaginaryPitch + y * sizeof<T>()), constant = gx * gx;
    for (let x: usize = 0; x < n; x++) {
      const side = load<u8>(region + x);
      if (side == 0) continue;
      const at = x * sizeof<T>();
      const sum = constant + square<T>(alongY + at) + square<T>(alongZ + at) + square<T>(row + at)
        + square<T>(row + spacing + at) + square<T>(row + 2 * spacing + at) + square<T>(row + 3 * spacing + at);
      if (side == 1) {
        store<f64>(inside, sum);
        inside += DOUBLE;
      } else {
        store<f64>(outside, sum);
        outside += DOUBLE;
      }
    }
  }
}

@inline function square<T>(address: usize): f64 {
  const value = <f64>load<T>(address);
  return value * value;
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
