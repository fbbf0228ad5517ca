// Butterflies of radix 2, 3, 4, 5 and 8 of a Stockham stage
//   y[q + s(R·p + j)] = w^(pj) · Σ_k x[q + s(p + m·k)] e^(-2πi jk/R),   w = e^(-2πi/(R·m)),
// with s the product of the radices done and m of those to come. One call does the butterflies of one p: `run` vectors side
// by side, inputs `sourceLeg` bytes apart and outputs `targetLeg`. `twiddles` are w^(pj) for j = 1…R-1, complex; the last
// stage (m = 1) has none. A butterfly loads all inputs before it stores, so source and target may be the same.
//
// Twiddles are loaded once a call and pointers are moved rather than indexed: V8 keeps both in registers.
import { add, mul, put, scalarAt, splat, sub, VECTOR } from "./fourier-vector";

@inline
function radix2<T>(
  twiddled: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const w1r = scalarAt<T>(twiddles, 0), w1i = scalarAt<T>(twiddles, 1);
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    const r1 = v128.load(sr + sourceLeg), i1 = v128.load(si + sourceLeg);
    put<T>(false, tr, ti, add<T>(r0, r1), add<T>(i0, i1), w1r, w1i);
    put<T>(twiddled, tr + targetLeg, ti + targetLeg, sub<T>(r0, r1), sub<T>(i0, i1), w1r, w1i);
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

@inline
function radix3<T>(
  twiddled: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const half = splat<T>(0.5), sin60 = splat<T>(0.8660254037844386);
  const w1r = scalarAt<T>(twiddles, 0), w1i = scalarAt<T>(twiddles, 1);
  const w2r = scalarAt<T>(twiddles, 2), w2i = scalarAt<T>(twiddles, 3);
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    const r1 = v128.load(sr + sourceLeg), i1 = v128.load(si + sourceLeg);
    const r2 = v128.load(sr + 2 * sourceLeg), i2 = v128.load(si + 2 * sourceLeg);
    const sumR = add<T>(r1, r2), sumI = add<T>(i1, i2);
    const midR = sub<T>(r0, mul<T>(sumR, half)), midI = sub<T>(i0, mul<T>(sumI, half));
    const turnR = mul<T>(sub<T>(r1, r2), sin60), turnI = mul<T>(sub<T>(i1, i2), sin60);
    put<T>(false, tr, ti, add<T>(r0, sumR), add<T>(i0, sumI), w1r, w1i);
    put<T>(twiddled, tr + targetLeg, ti + targetLeg, add<T>(midR, turnI), sub<T>(midI, turnR), w1r, w1i);
    put<T>(twiddled, tr + 2 * targetLeg, ti + 2 * targetLeg, sub<T>(midR, turnI), add<T>(midI, turnR), w2r, w2i);
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

@inline
function radix4<T>(
  twiddled: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const w1r = scalarAt<T>(twiddles, 0), w1i = scalarAt<T>(twiddles, 1);
  const w2r = scalarAt<T>(twiddles, 2), w2i = scalarAt<T>(twiddles, 3);
  const w3r = scalarAt<T>(twiddles, 4), w3i = scalarAt<T>(twiddles, 5);
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    const r1 = v128.load(sr + sourceLeg), i1 = v128.load(si + sourceLeg);
    const r2 = v128.load(sr + 2 * sourceLeg), i2 = v128.load(si + 2 * sourceLeg);
    const r3 = v128.load(sr + 3 * sourceLeg), i3 = v128.load(si + 3 * sourceLeg);
    const evenR = add<T>(r0, r2), evenI = add<T>(i0, i2), skewR = sub<T>(r0, r2), skewI = sub<T>(i0, i2);
    const oddR = add<T>(r1, r3), oddI = add<T>(i1, i3), turnR = sub<T>(r1, r3), turnI = sub<T>(i1, i3);
    put<T>(false, tr, ti, add<T>(evenR, oddR), add<T>(evenI, oddI), w1r, w1i);
    put<T>(twiddled, tr + targetLeg, ti + targetLeg, add<T>(skewR, turnI), sub<T>(skewI, turnR), w1r, w1i);
    put<T>(twiddled, tr + 2 * targetLeg, ti + 2 * targetLeg, sub<T>(evenR, oddR), sub<T>(evenI, oddI), w2r, w2i);
    put<T>(twiddled, tr + 3 * targetLeg, ti + 3 * targetLeg, sub<T>(skewR, turnI), add<T>(skewI, turnR), w3r, w3i);
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

@inline
function radix5<T>(
  twiddled: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const cos72 = splat<T>(0.30901699437494745), cos144 = splat<T>(-0.8090169943749475);
  const sin72 = splat<T>(0.9510565162951535), sin144 = splat<T>(0.5877852522924731);
  const w1r = scalarAt<T>(twiddles, 0), w1i = scalarAt<T>(twiddles, 1);
  const w2r = scalarAt<T>(twiddles, 2), w2i = scalarAt<T>(twiddles, 3);
  const w3r = scalarAt<T>(twiddles, 4), w3i = scalarAt<T>(twiddles, 5);
  const w4r = scalarAt<T>(twiddles, 6), w4i = scalarAt<T>(twiddles, 7);
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    const r1 = v128.load(sr + sourceLeg), i1 = v128.load(si + sourceLeg);
    const r4 = v128.load(sr + 4 * sourceLeg), i4 = v128.load(si + 4 * sourceLeg);
    const r2 = v128.load(sr + 2 * sourceLeg), i2 = v128.load(si + 2 * sourceLeg);
    const r3 = v128.load(sr + 3 * sourceLeg), i3 = v128.load(si + 3 * sourceLeg);
    const sum1R = add<T>(r1, r4), sum1I = add<T>(i1, i4), sum2R = add<T>(r2, r3), sum2I = add<T>(i2, i3);
    const gap1R = sub<T>(r1, r4), gap1I = sub<T>(i1, i4), gap2R = sub<T>(r2, r3), gap2I = sub<T>(i2, i3);
    const mid1R = add<T>(add<T>(r0, mul<T>(sum1R, cos72)), mul<T>(sum2R, cos144));
    const mid1I = add<T>(add<T>(i0, mul<T>(sum1I, cos72)), mul<T>(sum2I, cos144));
    const mid2R = add<T>(add<T>(r0, mul<T>(sum1R, cos144)), mul<T>(sum2R, cos72));
    const mid2I = add<T>(add<T>(i0, mul<T>(sum1I, cos144)), mul<T>(sum2I, cos72));
    const turn1R = add<T>(mul<T>(gap1R, sin72), mul<T>(gap2R, sin144));
    const turn1I = add<T>(mul<T>(gap1I, sin72), mul<T>(gap2I, sin144));
    const turn2R = sub<T>(mul<T>(gap1R, sin144), mul<T>(gap2R, sin72));
    const turn2I = sub<T>(mul<T>(gap1I, sin144), mul<T>(gap2I, sin72));
    put<T>(false, tr, ti, add<T>(add<T>(r0, sum1R), sum2R), add<T>(add<T>(i0, sum1I), sum2I), w1r, w1i);
    put<T>(twiddled, tr + targetLeg, ti + targetLeg, add<T>(mid1R, turn1I), sub<T>(mid1I, turn1R), w1r, w1i);
    put<T>(twiddled, tr + 2 * targetLeg, ti + 2 * targetLeg, add<T>(mid2R, turn2I), sub<T>(mid2I, turn2R), w2r, w2i);
    put<T>(twiddled, tr + 3 * targetLeg, ti + 3 * targetLeg, sub<T>(mid2R, turn2I), add<T>(mid2I, turn2R), w3r, w3i);
    put<T>(twiddled, tr + 4 * targetLeg, ti + 4 * targetLeg, sub<T>(mid1R, turn1I), add<T>(mid1I, turn1R), w4r, w4i);
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

@inline
function radix8<T>(
  twiddled: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  const root = splat<T>(0.7071067811865476);
  const w1r = scalarAt<T>(twiddles, 0), w1i = scalarAt<T>(twiddles, 1);
  const w2r = scalarAt<T>(twiddles, 2), w2i = scalarAt<T>(twiddles, 3);
  const w3r = scalarAt<T>(twiddles, 4), w3i = scalarAt<T>(twiddles, 5);
  const w4r = scalarAt<T>(twiddles, 6), w4i = scalarAt<T>(twiddles, 7);
  const w5r = scalarAt<T>(twiddles, 8), w5i = scalarAt<T>(twiddles, 9);
  const w6r = scalarAt<T>(twiddles, 10), w6i = scalarAt<T>(twiddles, 11);
  const w7r = scalarAt<T>(twiddles, 12), w7i = scalarAt<T>(twiddles, 13);
  for (let v: usize = 0; v < run; v++) {
    const r0 = v128.load(sr), i0 = v128.load(si);
    const r4 = v128.load(sr + 4 * sourceLeg), i4 = v128.load(si + 4 * sourceLeg);
    const a0r = add<T>(r0, r4), a0i = add<T>(i0, i4), a4r = sub<T>(r0, r4), a4i = sub<T>(i0, i4);
    const r2 = v128.load(sr + 2 * sourceLeg), i2 = v128.load(si + 2 * sourceLeg);
    const r6 = v128.load(sr + 6 * sourceLeg), i6 = v128.load(si + 6 * sourceLeg);
    const a2r = add<T>(r2, r6), a2i = add<T>(i2, i6), a6r = sub<T>(r2, r6), a6i = sub<T>(i2, i6);
    const r1 = v128.load(sr + sourceLeg), i1 = v128.load(si + sourceLeg);
    const r5 = v128.load(sr + 5 * sourceLeg), i5 = v128.load(si + 5 * sourceLeg);
    const a1r = add<T>(r1, r5), a1i = add<T>(i1, i5), a5r = sub<T>(r1, r5), a5i = sub<T>(i1, i5);
    const r3 = v128.load(sr + 3 * sourceLeg), i3 = v128.load(si + 3 * sourceLeg);
    const r7 = v128.load(sr + 7 * sourceLeg), i7 = v128.load(si + 7 * sourceLeg);
    const a3r = add<T>(r3, r7), a3i = add<T>(i3, i7), a7r = sub<T>(r3, r7), a7i = sub<T>(i3, i7);
    // Even outputs: a radix 4 of the sums.
    const b0r = add<T>(a0r, a2r), b0i = add<T>(a0i, a2i), b1r = sub<T>(a0r, a2r), b1i = sub<T>(a0i, a2i);
    const b2r = add<T>(a1r, a3r), b2i = add<T>(a1i, a3i), b3r = sub<T>(a1r, a3r), b3i = sub<T>(a1i, a3i);
    put<T>(false, tr, ti, add<T>(b0r, b2r), add<T>(b0i, b2i), w1r, w1i);
    put<T>(twiddled, tr + 4 * targetLeg, ti + 4 * targetLeg, sub<T>(b0r, b2r), sub<T>(b0i, b2i), w4r, w4i);
    put<T>(twiddled, tr + 2 * targetLeg, ti + 2 * targetLeg, add<T>(b1r, b3i), sub<T>(b1i, b3r), w2r, w2i);
    put<T>(twiddled, tr + 6 * targetLeg, ti + 6 * targetLeg, sub<T>(b1r, b3i), add<T>(b1i, b3r), w6r, w6i);
    // Odd outputs: a radix 4 of the differences, two of them turned by 45° and 135°.
    const c5r = mul<T>(add<T>(a5r, a5i), root), c5i = mul<T>(sub<T>(a5i, a5r), root);
    const c7r = mul<T>(sub<T>(a7i, a7r), root), c7i = mul<T>(v128.neg<T>(add<T>(a7r, a7i)), root);
    const d0r = add<T>(a4r, a6i), d0i = sub<T>(a4i, a6r), d1r = sub<T>(a4r, a6i), d1i = add<T>(a4i, a6r);
    const d2r = add<T>(c5r, c7r), d2i = add<T>(c5i, c7i), d3r = sub<T>(c5r, c7r), d3i = sub<T>(c5i, c7i);
    put<T>(twiddled, tr + targetLeg, ti + targetLeg, add<T>(d0r, d2r), add<T>(d0i, d2i), w1r, w1i);
    put<T>(twiddled, tr + 5 * targetLeg, ti + 5 * targetLeg, sub<T>(d0r, d2r), sub<T>(d0i, d2i), w5r, w5i);
    put<T>(twiddled, tr + 3 * targetLeg, ti + 3 * targetLeg, add<T>(d1r, d3i), sub<T>(d1i, d3r), w3r, w3i);
    put<T>(twiddled, tr + 7 * targetLeg, ti + 7 * targetLeg, sub<T>(d1r, d3i), add<T>(d1i, d3r), w7r, w7i);
    sr += VECTOR; si += VECTOR; tr += VECTOR; ti += VECTOR;
  }
}

// Each radix is compiled with and without twiddles.

export function butterfly2<T>(
  last: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  if (last) radix2<T>(false, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
  else radix2<T>(true, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
}

export function butterfly3<T>(
  last: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  if (last) radix3<T>(false, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
  else radix3<T>(true, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
}

export function butterfly4<T>(
  last: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  if (last) radix4<T>(false, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
  else radix4<T>(true, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
}

export function butterfly5<T>(
  last: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  if (last) radix5<T>(false, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
  else radix5<T>(true, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
}

export function butterfly8<T>(
  last: bool, sr: usize, si: usize, sourceLeg: usize, tr: usize, ti: usize, targetLeg: usize, run: usize, twiddles: usize,
): void {
  if (last) radix8<T>(false, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
  else radix8<T>(true, sr, si, sourceLeg, tr, ti, targetLeg, run, twiddles);
}
