// The butterfly of a prime radix above 31, after Rader (Proc. IEEE 56, 1107, 1968): with g a primitive root of the prime R,
//   X[g^-q] = x[0] + Σ_m x[g^m] · e^(-2πi g^(m-q)/R),
// a circular convolution of length R-1, done by smooth transforms of that length.
//
// Its table (written by TypeScript) is u32 words: the plan of lines of R-1, the spectrum of e^(-2πi g^-q/R) over R-1, and
// then g^q for q from 0 to R-2. The inverse transform is the forward one with re and im exchanged.
import { multiplyByTable } from "./fourier-chirp";
import { lineScratch, smoothLines, word } from "./fourier-lines";
import { add, mul, put, scalarAt, VECTOR } from "./fourier-vector";

const ORDER: usize = 2 * sizeof<u32>();

/** Bytes of scratch for `run` vectors, where the lines of R-1 have the plan `inner`. */
export function primeScratch(radix: usize, inner: usize, run: usize): usize {
  return 2 * (radix - 1) * run * VECTOR + lineScratch(inner, run);
}

/** The arguments of `butterflyOdd`, with this radix's own table and scratch. In place where source and target are the same. */
export function butterflyPrime<T>(
  radix: usize, table: usize, scratch: usize, last: bool,
  sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const inner = word(table, 0), spectrum = word(table, 1), cycle = radix - 1, width = run * VECTOR;
  const re = scratch, im = re + cycle * width, rest = im + cycle * width;
  for (let q: usize = 0; q < cycle; q++) {
    const from = word(table + ORDER, q) * sourceLeg, to = q * width;
    for (let at: usize = 0; at < width; at += VECTOR) {
      v128.store(re + to + at, v128.load(sr + from + at));
      v128.store(im + to + at, v128.load(si + from + at));
    }
  }
  smoothLines<T>(inner, re, im, width, re, im, width, run, rest);
  // Position 0 now holds the sum of x[1] to x[R-1]. x[0] belongs to every output, so to the mean of the convolution.
  const mean = scalarAt<T>(spectrum, 0);
  for (let at: usize = 0; at < width; at += VECTOR) {
    const r0 = v128.load(sr + at), i0 = v128.load(si + at), sumR = v128.load(re + at), sumI = v128.load(im + at);
    v128.store(tr + at, add<T>(r0, sumR));
    v128.store(ti + at, add<T>(i0, sumI));
    v128.store(re + at, add<T>(r0, mul<T>(sumR, mean)));
    v128.store(im + at, add<T>(i0, mul<T>(sumI, mean)));
  }
  multiplyByTable<T>(spectrum + 2 * sizeof<T>(), cycle - 1, re + width, im + width, width, re + width, im + width, width, width);
  smoothLines<T>(inner, im, re, width, im, re, width, run, rest);
  for (let q: usize = 0; q < cycle; q++) {
    const j = word(table + ORDER, q == 0 ? 0 : cycle - q), from = q * width, to = j * targetLeg, entry = (j - 1) * 2;
    if (last) {
      for (let at: usize = 0; at < width; at += VECTOR) {
        v128.store(tr + to + at, v128.load(re + from + at));
        v128.store(ti + to + at, v128.load(im + from + at));
      }
    } else {
      const wr = scalarAt<T>(twiddles, entry), wi = scalarAt<T>(twiddles, entry + 1);
      for (let at: usize = 0; at < width; at += VECTOR) {
        put<T>(true, tr + to + at, ti + to + at, v128.load(re + from + at), v128.load(im + from + at), wr, wi);
      }
    }
  }
}
