// The transform of many lines at once: `run` vectors side by side, each lane one line of n complex values.
// Lines are read where they lie (any stride) and written where they belong; no transposition is ever done for y and z.
//
// A line plan (written by TypeScript) is u32 words: n, stage count, M, chirp, chirp spectrum, plan of M; then for each
// stage radix, twiddles, roots. M is 0 but for lengths that stages do not reach: those lines go through Bluestein's
// convolution of the smooth length M ≥ 2n-1 (fourier-chirp). A radix above 31 (fourier-prime) can only be the first; its
// roots are the table of its convolution.
import { butterfly2, butterfly3, butterfly4, butterfly5, butterfly8 } from "./fourier-radix";
import { chirpLines } from "./fourier-chirp";
import { butterflyOdd, MAX_ODD_RADIX, ODD_SCRATCH } from "./fourier-odd";
import { butterflyPrime, primeScratch } from "./fourier-prime";
import { VECTOR } from "./fourier-vector";

const WORD: usize = 4;
const HEADER: usize = 6 * WORD;
const STAGE: usize = 3 * WORD;

@inline
export function word(plan: usize, index: usize): usize {
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
  return stageScratch(plan, run) + buffers * n * run * VECTOR;
}

/** What the stages need beside the buffers. */
function stageScratch(plan: usize, run: usize): usize {
  if (word(plan, 1) == 0) return ODD_SCRATCH;
  const radix = word(plan + HEADER, 0), inner = <usize>load<u32>(word(plan + HEADER, 2));
  return radix > MAX_ODD_RADIX ? primeScratch(radix, inner, run) : ODD_SCRATCH;
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

/** Lines that stages reach. They go from the source through two buffers of scratch to the target. */
export function smoothLines<T>(
  plan: usize, sourceRe: usize, sourceIm: usize, sourceStride: usize,
  targetRe: usize, targetIm: usize, targetStride: usize, run: usize, scratch: usize,
): void {
  const n = lineLength(plan), stages = word(plan, 1), width = run * VECTOR, half = n * width;
  if (stages == 0) {
    memory.copy(targetRe, sourceRe, width);
    memory.copy(targetIm, sourceIm, width);
    return;
  }
  let buffer = scratch + stageScratch(plan, run), other = buffer + 2 * half;
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
      default:
        if (radix > MAX_ODD_RADIX) {
          butterflyPrime<T>(radix, word(stage, 2), scratch, last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
        } else {
          butterflyOdd<T>(radix, word(stage, 2), scratch, last, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
        }
    }
    sr += sourceStep; si += sourceStep; tr += targetStep; ti += targetStep; twiddles += entry;
  }
}
