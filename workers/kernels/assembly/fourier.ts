// The 3-D real transform, in single and in double precision from one source, and what is done to spectra.
import { transformColumns } from "./fourier-columns";
import { nyquistRows, rieszRow, squaredAmplitudes } from "./fourier-riesz";
import { forwardRows, inverseRows } from "./fourier-rows";

export { columnScratch } from "./fourier-columns";
export { accumulateLogs, countAtLeast } from "./fourier-riesz";
export { rowScratch } from "./fourier-rows";
export * from "./fourier-planes";
export * from "./fourier-shells";
export * from "./fourier-weights";

export function forwardRowsSingle(plan: usize, rows: usize, halfRow: usize, count: usize, scratch: usize): void {
  forwardRows<f32>(plan, rows, halfRow, count, scratch);
}

export function forwardRowsDouble(plan: usize, rows: usize, halfRow: usize, count: usize, scratch: usize): void {
  forwardRows<f64>(plan, rows, halfRow, count, scratch);
}

export function inverseRowsSingle(plan: usize, rows: usize, halfRow: usize, count: usize, scale: f64, scratch: usize): void {
  inverseRows<f32>(plan, rows, halfRow, count, scale, scratch);
}

export function inverseRowsDouble(plan: usize, rows: usize, halfRow: usize, count: usize, scale: f64, scratch: usize): void {
  inverseRows<f64>(plan, rows, halfRow, count, scale, scratch);
}

export function columnsSingle(plan: usize, re: usize, im: usize, stride: usize, vectors: usize, scratch: usize): void {
  transformColumns<f32>(plan, re, im, stride, vectors, scratch);
}

export function columnsDouble(plan: usize, re: usize, im: usize, stride: usize, vectors: usize, scratch: usize): void {
  transformColumns<f64>(plan, re, im, stride, vectors, scratch);
}

export function rieszRowSingle(
  source: usize, halfRow: usize, planePitch: usize, n: usize, y: usize, columns: usize, band: usize, perRadius: usize,
  target: usize, targetHalfRow: usize, targetPlanePitch: usize, spacing: usize,
): void {
  rieszRow<f32>(
    source, halfRow, planePitch, n, y, columns, band,
    perRadius, target, targetHalfRow, targetPlanePitch, spacing,
  );
}

export function rieszRowDouble(
  source: usize, halfRow: usize, planePitch: usize, n: usize, y: usize, columns: usize, band: usize, perRadius: usize,
  target: usize, targetHalfRow: usize, targetPlanePitch: usize, spacing: usize,
): void {
  rieszRow<f64>(
    source, halfRow, planePitch, n, y, columns, band,
    perRadius, target, targetHalfRow, targetPlanePitch, spacing,
  );
}

export function nyquistRowsSingle(
  source: usize, rowStep: usize, columnStep: usize, gap: usize, n: usize, perRadius: usize, target: usize, targetHalfRow: usize,
): void {
  nyquistRows<f32>(source, rowStep, columnStep, gap, n, perRadius, target, targetHalfRow);
}

export function nyquistRowsDouble(
  source: usize, rowStep: usize, columnStep: usize, gap: usize, n: usize, perRadius: usize, target: usize, targetHalfRow: usize,
): void {
  nyquistRows<f64>(source, rowStep, columnStep, gap, n, perRadius, target, targetHalfRow);
}

export function squaredAmplitudesSingle(
  plane: usize, halfRow: usize, spacing: usize, n: usize, z: usize, firstRow: usize, rows: usize, regions: usize,
  imaginaryX: usize, imaginaryY: usize, imaginaryZ: usize, imaginaryHalfRow: usize, inside: usize, outside: usize,
): void {
  squaredAmplitudes<f32>(
    plane, halfRow, spacing, n, z, firstRow, rows, regions,
    imaginaryX, imaginaryY, imaginaryZ, imaginaryHalfRow, inside, outside,
  );
}

export function squaredAmplitudesDouble(
  plane: usize, halfRow: usize, spacing: usize, n: usize, z: usize, firstRow: usize, rows: usize, regions: usize,
  imaginaryX: usize, imaginaryY: usize, imaginaryZ: usize, imaginaryHalfRow: usize, inside: usize, outside: usize,
): void {
  squaredAmplitudes<f64>(
    plane, halfRow, spacing, n, z, firstRow, rows, regions,
    imaginaryX, imaginaryY, imaginaryZ, imaginaryHalfRow, inside, outside,
  );
}
