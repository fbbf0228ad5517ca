// Lines of a length with prime factors that no stage is made for: a circular convolution of a smooth length. The plan's words
// are told in fourier-lines.
import { lineLength, smoothLines, word } from "./fourier-lines";
import { add, mul, scalarAt, sub, VECTOR } from "./fourier-vector";

/**
 * Bluestein: X[j] = c[j] · Σ_k (x[k] c[k]) · conj(c[j-k]) with the chirp c[k] = e^(-πi k²/n), a circular convolution of
 * length M. The chirp spectrum holds 1/M; the inverse transform is the forward one with re and im exchanged.
 */
export function chirpLines<T>(
  plan: usize, sourceRe: usize, sourceIm: usize, sourceStride: usize,
  targetRe: usize, targetIm: usize, targetStride: usize, run: usize, scratch: usize,
): void {
  const n = lineLength(plan), size = word(plan, 2), chirp = word(plan, 3), spectrum = word(plan, 4), inner = word(plan, 5);
  const width = run * VECTOR, re = scratch, im = re + size * width, rest = im + size * width;
  multiplyByTable<T>(chirp, n, sourceRe, sourceIm, sourceStride, re, im, width, width);
  memory.fill(re + n * width, 0, (size - n) * width);
  memory.fill(im + n * width, 0, (size - n) * width);
  smoothLines<T>(inner, re, im, width, re, im, width, run, rest);
  multiplyByTable<T>(spectrum, size, re, im, width, re, im, width, width);
  smoothLines<T>(inner, im, re, width, im, re, width, run, rest);
  multiplyByTable<T>(chirp, n, re, im, width, targetRe, targetIm, targetStride, width);
}

/** target[k] = source[k] · table[k] for `count` positions of `width` bytes; in place allowed. */
export function multiplyByTable<T>(
  table: usize, count: usize, sourceRe: usize, sourceIm: usize, sourceStride: usize,
  targetRe: usize, targetIm: usize, targetStride: usize, width: usize,
): void {
  for (let k: usize = 0; k < count; k++) {
    const wr = scalarAt<T>(table, 2 * k), wi = scalarAt<T>(table, 2 * k + 1);
    const sr = sourceRe + k * sourceStride, si = sourceIm + k * sourceStride;
    const tr = targetRe + k * targetStride, ti = targetIm + k * targetStride;
    for (let at: usize = 0; at < width; at += VECTOR) {
      const r = v128.load(sr + at), i = v128.load(si + at);
      v128.store(tr + at, sub<T>(mul<T>(r, wr), mul<T>(i, wi)));
      v128.store(ti + at, add<T>(mul<T>(r, wi), mul<T>(i, wr)));
    }
  }
}
