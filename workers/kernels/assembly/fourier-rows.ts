// Real rows to half spectra and back, in place: a row holds nx real values, or hs real parts followed by hs imaginary
// parts. Two real rows are packed into one complex line (a + i·b); the spectra of both come out of its symmetry
//   A[k] = (Z[k] + conj Z[n-k]) / 2,   B[k] = (Z[k] - conj Z[n-k]) / 2i.
import { lineLength, lineScratch, transformLines } from "./fourier-lines";
import { add, lanes, mul, splat, sub, VECTOR } from "./fourier-vector";

/** Vectors of packed lines in a block: 32 single or 16 double rows. */
const ROW_VECTORS: usize = 4;

/** Bytes of scratch for rows of a plan: a block of lines, and behind it the lines' own scratch or the four half spectra. */
export function rowScratch(plan: usize, halfRow: usize): usize {
  const width = ROW_VECTORS * VECTOR, block = (lineLength(plan) + VECTOR) * 2 * width;
  return block + max(lineScratch(plan, ROW_VECTORS), halfRow * 4 * width);
}

/** Forward transform of `count` consecutive rows. */
export function forwardRows<T>(plan: usize, rows: usize, halfRow: usize, count: usize, scratch: usize): void {
  const n = lineLength(plan), pitch = halfRow * 2 * sizeof<T>();
  for (let first: usize = 0; first < count; first += 2 * ROW_VECTORS * lanes<T>()) {
    const run = blockRun<T>(count - first), width = run * VECTOR, second = first + run * lanes<T>();
    const re = scratch, im = re + (n + lanes<T>()) * width, rest = im + (n + lanes<T>()) * width;
    gather<T>(rows, pitch, first, count - 1, n, re, run);
    gather<T>(rows, pitch, second, count - 1, n, im, run);
    transformLines<T>(plan, re, im, width, re, im, width, run, rest);
    const size = halfRow * width, imRows = rows + halfRow * sizeof<T>();
    splitPairs<T>(re, im, n, halfRow, rest, run);
    scatter<T>(rest, run, halfRow, rows, pitch, first, count - 1);
    scatter<T>(rest + size, run, halfRow, imRows, pitch, first, count - 1);
    scatter<T>(rest + 2 * size, run, halfRow, rows, pitch, second, count - 1);
    scatter<T>(rest + 3 * size, run, halfRow, imRows, pitch, second, count - 1);
  }
}

/** The inverse, times `scale`. The imaginary parts at kx = 0 and, for even n, kx = n/2 do not enter. */
export function inverseRows<T>(plan: usize, rows: usize, halfRow: usize, count: usize, scale: f64, scratch: usize): void {
  const n = lineLength(plan), pitch = halfRow * 2 * sizeof<T>();
  for (let first: usize = 0; first < count; first += 2 * ROW_VECTORS * lanes<T>()) {
    const run = blockRun<T>(count - first), width = run * VECTOR, second = first + run * lanes<T>();
    const re = scratch, im = re + (n + lanes<T>()) * width, rest = im + (n + lanes<T>()) * width;
    const size = halfRow * width, imRows = rows + halfRow * sizeof<T>();
    gather<T>(rows, pitch, first, count - 1, halfRow, rest, run);
    gather<T>(imRows, pitch, first, count - 1, halfRow, rest + size, run);
    gather<T>(rows, pitch, second, count - 1, halfRow, rest + 2 * size, run);
    gather<T>(imRows, pitch, second, count - 1, halfRow, rest + 3 * size, run);
    mergePairs<T>(rest, n, halfRow, re, im, run, splat<T>(scale));
    transformLines<T>(plan, im, re, width, im, re, width, run, rest);
    scatter<T>(re, run, n, rows, pitch, first, count - 1);
    scatter<T>(im, run, n, rows, pitch, second, count - 1);
  }
}

/** Vectors of packed lines for the next block when `remaining` rows are left. */
@inline
function blockRun<T>(remaining: usize): usize {
  const needed = (remaining + 2 * lanes<T>() - 1) / (2 * lanes<T>());
  return needed < ROW_VECTORS ? needed : ROW_VECTORS;
}

/** Spectra of both packed rows, as four blocks of halfRow positions: re and im of A, re and im of B. Padding is zero. */
function splitPairs<T>(re: usize, im: usize, n: usize, halfRow: usize, target: usize, run: usize): void {
  const width = run * VECTOR, size = halfRow * width, used = n / 2 + 1, half = splat<T>(0.5);
  for (let k: usize = 0; k < used; k++) {
    const mirror: usize = k == 0 ? 0 : (n - k) * width;
    for (let at: usize = k * width, from: usize = mirror; at < (k + 1) * width; at += VECTOR, from += VECTOR) {
      const nearR = v128.load(re + at), nearI = v128.load(im + at), farR = v128.load(re + from), farI = v128.load(im + from);
      v128.store(target + at, mul<T>(add<T>(nearR, farR), half));
      v128.store(target + size + at, mul<T>(sub<T>(nearI, farI), half));
      v128.store(target + 2 * size + at, mul<T>(add<T>(nearI, farI), half));
      v128.store(target + 3 * size + at, mul<T>(sub<T>(farR, nearR), half));
    }
  }
  for (let part: usize = 0; part < 4; part++) memory.fill(target + part * size + used * width, 0, (halfRow - used) * width);
}

/** Packs two half spectra into the lines Z = A + i·B, times `scale`; the inverse of `splitPairs`. */
function mergePairs<T>(source: usize, n: usize, halfRow: usize, re: usize, im: usize, run: usize, scale: v128): void {
  const width = run * VECTOR, size = halfRow * width, zero = splat<T>(0);
  for (let k: usize = 0; k <= n / 2; k++) {
    const real = k == 0 || k * 2 == n, mirror: usize = k == 0 ? 0 : (n - k) * width;
    for (let at: usize = k * width, to: usize = mirror; at < (k + 1) * width; at += VECTOR, to += VECTOR) {
      const aR = mul<T>(v128.load(source + at), scale), bR = mul<T>(v128.load(source + 2 * size + at), scale);
      const aI = real ? zero : mul<T>(v128.load(source + size + at), scale);
      const bI = real ? zero : mul<T>(v128.load(source + 3 * size + at), scale);
      v128.store(re + to, add<T>(aR, bI));
      v128.store(im + to, sub<T>(bR, aI));
      v128.store(re + at, sub<T>(aR, bI));
      v128.store(im + at, add<T>(aI, bR));
    }
  }
}

/** Address of row `first + index`; past the last row the last is taken again, so that a block is always full. */
@inline
function rowAt(rows: usize, pitch: usize, first: usize, index: usize, last: usize): usize {
  return rows + (first + index < last ? first + index : last) * pitch;
}

/** Transposes rows into lanes: position k of lane j of vector v is rows[first + v·lanes + j][k], for k < `count` rounded up. */
function gather<T>(rows: usize, pitch: usize, first: usize, last: usize, count: usize, target: usize, run: usize): void {
  const width = run * VECTOR;
  for (let v: usize = 0; v < run; v++) {
    const row = first + v * lanes<T>();
    const row0 = rowAt(rows, pitch, row, 0, last), row1 = rowAt(rows, pitch, row, 1, last);
    const row2 = rowAt(rows, pitch, row, 2, last), row3 = rowAt(rows, pitch, row, 3, last);
    let to = target + v * VECTOR;
    for (let at: usize = 0; at < count * sizeof<T>(); at += VECTOR) {
      if (sizeof<T>() == 4) {
        const a = v128.load(row0 + at), b = v128.load(row1 + at), c = v128.load(row2 + at), d = v128.load(row3 + at);
        transpose4(a, b, c, d, to, to + width, to + 2 * width, to + 3 * width);
      } else {
        transpose2(v128.load(row0 + at), v128.load(row1 + at), to, to + width);
      }
      to += lanes<T>() * width;
    }
  }
}

/** The inverse of `gather`. */
function scatter<T>(source: usize, run: usize, count: usize, rows: usize, pitch: usize, first: usize, last: usize): void {
  const width = run * VECTOR;
  for (let v: usize = 0; v < run; v++) {
    const row = first + v * lanes<T>();
    const row0 = rowAt(rows, pitch, row, 0, last), row1 = rowAt(rows, pitch, row, 1, last);
    const row2 = rowAt(rows, pitch, row, 2, last), row3 = rowAt(rows, pitch, row, 3, last);
    let from = source + v * VECTOR;
    for (let at: usize = 0; at < count * sizeof<T>(); at += VECTOR) {
      const a = v128.load(from), b = v128.load(from + width);
      if (sizeof<T>() == 4) {
        const c = v128.load(from + 2 * width), d = v128.load(from + 3 * width);
        transpose4(a, b, c, d, row0 + at, row1 + at, row2 + at, row3 + at);
      } else {
        transpose2(a, b, row0 + at, row1 + at);
      }
      from += lanes<T>() * width;
    }
  }
}

@inline
function transpose4(a: v128, b: v128, c: v128, d: v128, to0: usize, to1: usize, to2: usize, to3: usize): void {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5), cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to0, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to1, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(to2, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5));
  v128.store(to3, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7));
}

@inline
function transpose2(a: v128, b: v128, to0: usize, to1: usize): void {
  v128.store(to0, v128.shuffle<f64>(a, b, 0, 2));
  v128.store(to1, v128.shuffle<f64>(a, b, 1, 3));
}
