// One band of a spectrum on another sampling of the same box, and the squares of real rows. Single precision.
import { frequencyIndex } from "./fourier-frequency";

const SINGLE: usize = 4;
const DOUBLE: usize = 8;
const VECTOR: usize = 16;

/**
 * Row y of all planes: target = source · w(s), s² = kx²·perX + ky²·perY + kz²·perZ with whole-numbered indices. w is a table
 * of `entries` float64 from frequency `first` on, `rate` entries per unit, linear between them, 0 outside. Indices at or
 * beyond half of the smaller size, and those from `columns` on, become 0.
 */
export function passRow(
  source: usize, halfRow: usize, planePitch: usize, sourceX: usize, sourceY: usize, sourceZ: usize,
  target: usize, targetHalfRow: usize, targetPlanePitch: usize, targetX: usize, targetY: usize, targetZ: usize,
  y: usize, columns: usize, perX: f64, perY: f64, perZ: f64, first: f64, rate: f64, table: usize, entries: usize,
): void {
  const ky = frequencyIndex(y, targetY), keepY = <f64>(min(sourceY, targetY) / 2), keepZ = <f64>(min(sourceZ, targetZ) / 2);
  const kept = min(columns, min(sourceX, targetX) / 2), gap = targetHalfRow * SINGLE;
  const sourceRow = (ky < 0 ? sourceY + <usize>(<isize>ky) : <usize>ky) * 2 * halfRow, last = <f64>(entries - 1);
  for (let z: usize = 0; z < targetZ; z++) {
    const kz = frequencyIndex(z, targetZ), out = target + (z * targetPlanePitch + y * 2 * targetHalfRow) * SINGLE;
    if (abs(kz) >= keepZ || abs(ky) >= keepY) {
      memory.fill(out, 0, 2 * gap);
      continue;
    }
    const sourcePlane = (kz < 0 ? sourceZ + <usize>(<isize>kz) : <usize>kz) * planePitch;
    const re = source + (sourcePlane + sourceRow) * SINGLE, im = re + halfRow * SINGLE;
    const squared = ky * ky * perY + kz * kz * perZ;
    for (let x: usize = 0; x < kept; x++) {
      const place = (sqrt(squared + <f64>x * <f64>x * perX) - first) * rate, at = out + x * SINGLE;
      if (place < 0 || place >= last) {
        store<f32>(at, 0);
        store<f32>(at + gap, 0);
        continue;
      }
      const below = <usize>place, entry = table + below * DOUBLE, low = load<f64>(entry);
      const weight = <f32>(low + (place - <f64>below) * (load<f64>(entry + DOUBLE) - low));
      store<f32>(at, weight * load<f32>(re + x * SINGLE));
      store<f32>(at + gap, weight * load<f32>(im + x * SINGLE));
    }
    const rest = (targetHalfRow - kept) * SINGLE;
    memory.fill(out + kept * SINGLE, 0, rest);
    memory.fill(out + gap + kept * SINGLE, 0, rest);
  }
}

/** v ← v² of all values of real rows, padding too. */
export function squareRows(rows: usize, halfRow: usize, ny: usize): void {
  const end = rows + ny * 2 * halfRow * SINGLE;
  for (let at = rows; at < end; at += VECTOR) {
    const values = v128.load(at);
    v128.store(at, f32x4.mul(values, values));
  }
}
