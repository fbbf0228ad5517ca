// The butterfly of any odd radix R up to MAX_ODD_RADIX, for the prime factors 7 to 31. Inputs k and R-k are folded
// into sums and differences first, which halves the multiplications of the direct R×R transform.
import { add, mul, put, scalarAt, splat, sub, VECTOR } from "./fourier-vector";

export const MAX_ODD_RADIX: usize = 31;
const PAIR: usize = 2 * VECTOR;
const FOLD_BYTES: usize = ((MAX_ODD_RADIX + 1) / 2) * PAIR;

/** Scratch of `stageOdd`: folded sums, then folded differences, one complex vector for each k up to (R-1)/2. */
export const ODD_SCRATCH: usize = 2 * FOLD_BYTES;

/**
 * The arguments of the other butterflies (fourier-radix), with R, ODD_SCRATCH bytes of scratch, and the table of e^(2πi jk/R), j and
 * k from 1 to (R-1)/2, j slowest.
 */
export function butterflyOdd<T>(
  radix: usize, roots: usize, scratch: usize, last: bool,
  sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const half = radix / 2, rowOfRoots = half * 2 * sizeof<T>();
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    fold<T>(radix, scratch, sr, si, sourceLeg, tr, ti);
    let row = roots;
    for (let j: usize = 1; j <= half; j++) {
      outputPair<T>(radix, row, scratch, last, j, r0, i0, tr, ti, targetLeg, twiddles);
      row += rowOfRoots;
    }
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

/** Writes x[k] + x[R-k] and x[k] - x[R-k] to scratch, and the sum of all inputs to output 0. */
@inline
function fold<T>(radix: usize, scratch: usize, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize): void {
  let totalR = v128.load(sr), totalI = v128.load(si);
  for (let k: usize = 1; k * 2 < radix; k++) {
    const near = k * sourceLeg, far = (radix - k) * sourceLeg, sums = scratch + k * PAIR, gaps = sums + FOLD_BYTES;
    const nearR = v128.load(sr + near), nearI = v128.load(si + near);
    const farR = v128.load(sr + far), farI = v128.load(si + far);
    const sumR = add<T>(nearR, farR), sumI = add<T>(nearI, farI);
    v128.store(sums, sumR);
    v128.store(sums + VECTOR, sumI);
    v128.store(gaps, sub<T>(nearR, farR));
    v128.store(gaps + VECTOR, sub<T>(nearI, farI));
    totalR = add<T>(totalR, sumR);
    totalI = add<T>(totalI, sumI);
  }
  v128.store(tr, totalR);
  v128.store(ti, totalI);
}

/** Outputs j and R-j, which share their products: Σ sum·cos ∓ i Σ difference·sin. */
@inline
function outputPair<T>(
  radix: usize, roots: usize, scratch: usize, last: bool, j: usize,
  r0: v128, i0: v128, tr: usize, ti: usize, targetLeg: usize, twiddles: usize,
): void {
  let evenR = r0, evenI = i0, turnR = splat<T>(0), turnI = splat<T>(0);
  const end = scratch + (radix / 2) * PAIR;
  for (let sums = scratch + PAIR; sums <= end; sums += PAIR) {
    const cos = scalarAt<T>(roots, 0), sin = scalarAt<T>(roots, 1);
    evenR = add<T>(evenR, mul<T>(v128.load(sums), cos));
    evenI = add<T>(evenI, mul<T>(v128.load(sums, VECTOR), cos));
    turnR = add<T>(turnR, mul<T>(v128.load(sums, FOLD_BYTES), sin));
    turnI = add<T>(turnI, mul<T>(v128.load(sums, FOLD_BYTES + VECTOR), sin));
    roots += 2 * sizeof<T>();
  }
  outputAt<T>(last, j, add<T>(evenR, turnI), sub<T>(evenI, turnR), tr, ti, targetLeg, twiddles);
  outputAt<T>(last, radix - j, sub<T>(evenR, turnI), add<T>(evenI, turnR), tr, ti, targetLeg, twiddles);
}

@inline
function outputAt<T>(last: bool, j: usize, r: v128, i: v128, tr: usize, ti: usize, targetLeg: usize, twiddles: usize): void {
  const re = tr + j * targetLeg, im = ti + j * targetLeg, entry = (j - 1) * 2;
  if (last) put<T>(false, re, im, r, i, r, i);
  else put<T>(true, re, im, r, i, scalarAt<T>(twiddles, entry), scalarAt<T>(twiddles, entry + 1));
}
