// The transform of many lines at once: `run` vectors side by side, each lane one line of n complex values.
// Lines are read where they lie (any stride) and written where they belong; no transposition is ever done for y and z.
//
// A line plan (written by TypeScript) is u32 words: n, stage count, M, chirp, chirp spectrum, plan of M; then for each
// stage radix, twiddles, roots. M is 0 unless n has a prime factor above 31: then the line goes through Bluestein's
// convolution of the smooth length M ≥ 2n-1.
import { butterfly2, butterfly3, butterfly4, butterfly5, butterfly8 } from "./fourier-radix";
import { butterflyOdd, ODD_SCRATCH } from "./fourier-odd";
import { add, mul, scalarAt, sub, VECTOR } from "./fourier-vector";

const WORD: usize = 4;
const HEADER: usize = 6 * WORD;
const STAGE: usize = 3 * WORD;

@inline
function word(plan: usize, index: usize): usize {
  return <usize>load<u32>(plan + index * WORD);
}

@inline
export function lineLength(plan: usize): usize {
  return word(plan, 0);
}

/** Bytes of scratch for `run` vectors of lines. */
export function lineScratch(plan: usize, run: usize): usize {
  const size = word(plan, 2), n = size == 0 ? lineLength(plan) : size;
  const buffers: usize = size == 0 ? 4 : 6;
  return ODD_SCRATCH + buffers * n * run * VECTOR;
}

/** Forward, unnormalised, e^(-2πi jk/n). In place where source and target are the same lines; strides in bytes. */
export function transformLines<T>(
  plan: usize, sourceRe: usize, sourceIm: usize, sourceStride: usize,
  targetRe: usize, targetIm: usize, targetStride: usize, run: usize, scratch: usize,
): void {
  if (word(plan, 2) == 0) {
    smoothLines<T>(plan, sourceRe, sourceIm, sourceStride, targetRe, targetIm, targetStride, run, scratch);
  } else {
    chirpLines<T>(plan, sourceRe, sourceIm, sourceStride, targetRe, targetIm, targetStride, run, scratch);
  }
}

/** Stages go from the source through two buffers of scratch to the target. */
function smoothLines<T>(
  plan: usize, sourceRe: usize, sourceIm: usize, sourceStride: usize,
  targetRe: usize, targetIm: usize, targetStride: usize, run: usize, scratch: usize,
): void {
  const n = lineLength(plan), stages = word(plan, 1), width = run * VECTOR, half = n * width;
  if (stages == 0) {
    memory.copy(targetRe, sourceRe, width);
    memory.copy(targetIm, sourceIm, width);
    return;
  }
  let buffer = scratch + ODD_SCRATCH, other = buffer + 2 * half;
  let done: usize = 1, remaining = n;
  for (let index: usize = 0; index + 1 < stages; index++) {
    const stage = plan + HEADER + index * STAGE, radix = word(stage, 0);
    remaining /= radix;
    const leg = done * width;
    oneStage<T>(
      stage, false, scratch, sourceRe, sourceIm, done * sourceStride, done * remaining * sourceStride,
      buffer, buffer + half, radix * leg, leg, remaining, done * run,
    );
    sourceRe = buffer; sourceIm = buffer + half; sourceStride = width;
    buffer = other; other = sourceRe;
    done *= radix;
  }
  // The last stage goes position by position, or in one sweep where neither side has gaps between positions.
  const dense = sourceStride == width && targetStride == width;
  oneStage<T>(
    plan + HEADER + (stages - 1) * STAGE, true, scratch, sourceRe, sourceIm, sourceStride, done * sourceStride,
    targetRe, targetIm, targetStride, done * targetStride, dense ? 1 : done, dense ? done * run : run,
  );
}

/** The `groups` butterflies of a stage; from each to the next the source moves by `sourceStep`, the target by `targetStep`. */
function oneStage<T>(
  stage: usize, last: bool, scratch: usize, sr: usize, si: usize, sourceStep: usize, sourceLeg: usize,
  tr: usize, ti: usize, targetStep: usize, targetLeg: usize, groups: usize, run: usize,
): void {
  const radix = word(stage, 0), entry: usize = last ? 0 : (radix - 1) * 2 * sizeof<T>();
  let twiddles = word(stage, 1);
  for (let group: usize = 0; group < groups; group++) {
    switch (<i32>radix) {
      case 2: butterfly2<T>(last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles); break;
      case 3: butterfly3<T>(last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles); break;
      case 4: butterfly4<T>(last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles); break;
      case 5: butterfly5<T>(last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles); break;
      case 8: butterfly8<T>(last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles); break;
      default: butterflyOdd<T>(radix, word(stage, 2), scratch, last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
    }
    sr += sourceStep; si += sourceStep; tr += targetStep; ti += targetStep; twiddles += entry;
  }
}

/**
 * Bluestein: X[j] = c[j] · Σ_k (x[k] c[k]) · conj(c[j-k]) with the chirp c[k] = e^(-πi k²/n), a circular convolution of
 * length M. The chirp spectrum holds 1/M; the inverse transform is the forward one with re and im exchanged.
 */
function chirpLines<T>(
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
function multiplyByTable<T>(
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
