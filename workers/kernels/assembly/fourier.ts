// The 3-D real transform, in single and in double precision from one source, and what is done to spectra.
import { transformColumns } from "./fourier-columns";
import { forwardRows, inverseRows } from "./fourier-rows";

export * from "./fourier-amplitudes";
export { columnScratch } from "./fourier-columns";
export * from "./fourier-riesz";
export { rowScratch } from "./fourier-rows";
export { squareRows, passRow } from "./fourier-energy";
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
