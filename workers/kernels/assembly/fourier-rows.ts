// Real rows to half spectra and back, in place: a row holds nx real values, or hs real parts followed by hs imaginary
// parts. Two real rows are packed into one complex line (a + i·b); the spectra of both come out of its symmetry
//   A[k] = (Z[k] + conj Z[n-k]) / 2,   B[k] = (Z[k] - conj Z[n-k]) / 2i.
import { lineLength, lineScratch, transformLines } from "./fourier-lines";
import { gather, gatherTile, scatter, scatterTile, TILE_BYTES } from "./fourier-tiles";
import { add, lanes, mul, splat, sub, VECTOR } from "./fourier-vector";

/** Vectors of packed lines in a block: 32 single or 16 double rows. */
const ROW_VECTORS: usize = 4;

/** Bytes of scratch for rows of a plan: a block of lines, and behind it the lines' own scratch or a tile. */
export function rowScratch(plan: usize): usize {
  const width = ROW_VECTORS * VECTOR, block = (lineLength(plan) + VECTOR) * 2 * width;
  return block + max(lineScratch(plan, ROW_VECTORS), 4 * TILE_BYTES);
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
    memory.fill(re + n * width, 0, width);
    memory.fill(im + n * width, 0, width);
    for (let v: usize = 0; v < run; v++) {
      const at = v * VECTOR, row = v * lanes<T>();
      splitPairs<T>(re + at, im + at, n, width, halfRow, rows, pitch, first + row, second + row, count - 1);
    }
  }
}

/** The inverse, times `scale`. The imaginary parts at kx = 0 and, for even n, kx = n/2 do not enter. */
export function inverseRows<T>(plan: usize, rows: usize, halfRow: usize, count: usize, scale: f64, scratch: usize): void {
  const n = lineLength(plan), pitch = halfRow * 2 * sizeof<T>();
  for (let first: usize = 0; first < count; first += 2 * ROW_VECTORS * lanes<T>()) {
    const run = blockRun<T>(count - first), width = run * VECTOR, second = first + run * lanes<T>();
    const re = scratch, im = re + (n + lanes<T>()) * width, rest = im + (n + lanes<T>()) * width;
    for (let v: usize = 0; v < run; v++) {
      const at = v * VECTOR, row = v * lanes<T>();
      mergePairs<T>(rows, pitch, first + row, second + row, count - 1, n, halfRow, re + at, im + at, width, <T>scale, rest);
    }
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

/**
 * Spectra of the rows that one vector of packed lines holds, straight to the rows. Position n must be zero: it stands for the
 * padding behind the half spectrum.
 */
function splitPairs<T>(
  re: usize, im: usize, n: usize, width: usize, halfRow: usize, rows: usize, pitch: usize, first: usize, second: usize, last: usize,
): void {
  const imRows = rows + halfRow * sizeof<T>();
  for (let k: usize = 0; k < halfRow; k += lanes<T>()) {
    const at = k * sizeof<T>();
    const near0 = nearAt(k, n) * width, far0 = farAt(k, n) * width;
    const near1 = nearAt(k + 1, n) * width, far1 = farAt(k + 1, n) * width;
    const near2 = nearAt(k + 2, n) * width, far2 = farAt(k + 2, n) * width;
    const near3 = nearAt(k + 3, n) * width, far3 = farAt(k + 3, n) * width;
    scatterTile<T>(
      halfSum<T>(re + near0, re + far0), halfSum<T>(re + near1, re + far1),
      halfSum<T>(re + near2, re + far2), halfSum<T>(re + near3, re + far3), rows + at, pitch, first, last,
    );
    scatterTile<T>(
      halfGap<T>(im + near0, im + far0), halfGap<T>(im + near1, im + far1),
      halfGap<T>(im + near2, im + far2), halfGap<T>(im + near3, im + far3), imRows + at, pitch, first, last,
    );
    scatterTile<T>(
      halfSum<T>(im + near0, im + far0), halfSum<T>(im + near1, im + far1),
      halfSum<T>(im + near2, im + far2), halfSum<T>(im + near3, im + far3), rows + at, pitch, second, last,
    );
    scatterTile<T>(
      halfGap<T>(re + far0, re + near0), halfGap<T>(re + far1, re + near1),
      halfGap<T>(re + far2, re + near2), halfGap<T>(re + far3, re + near3), imRows + at, pitch, second, last,
    );
  }
}

@inline function nearAt(k: usize, n: usize): usize {
  return k <= n / 2 ? k : n;
}

@inline function farAt(k: usize, n: usize): usize {
  return k == 0 ? 0 : k <= n / 2 ? n - k : n;
}

@inline function halfSum<T>(a: usize, b: usize): v128 {
  return mul<T>(add<T>(v128.load(a), v128.load(b)), splat<T>(0.5));
}

@inline function halfGap<T>(a: usize, b: usize): v128 {
  return mul<T>(sub<T>(v128.load(a), v128.load(b)), splat<T>(0.5));
}

/** Packs half spectra into one vector of lines Z = A + i·B, times `scale`; the inverse of `splitPairs`. */
function mergePairs<T>(
  rows: usize, pitch: usize, first: usize, second: usize, last: usize, n: usize, halfRow: usize,
  re: usize, im: usize, width: usize, scale: T, tile: usize,
): void {
  const imRows = rows + halfRow * sizeof<T>(), factor = v128.splat<T>(scale), zero = splat<T>(0);
  for (let block: usize = 0; block <= n / 2; block += lanes<T>()) {
    const offset = block * sizeof<T>(), end = min(block + lanes<T>(), n / 2 + 1);
    gatherTile<T>(rows + offset, pitch, first, last, tile);
    gatherTile<T>(imRows + offset, pitch, first, last, tile + TILE_BYTES);
    gatherTile<T>(rows + offset, pitch, second, last, tile + 2 * TILE_BYTES);
    gatherTile<T>(imRows + offset, pitch, second, last, tile + 3 * TILE_BYTES);
    for (let k = block, from = tile; k < end; k++, from += VECTOR) {
      const real = k == 0 || k * 2 == n, at = k * width, mirror: usize = k == 0 ? 0 : (n - k) * width;
      const aR = mul<T>(v128.load(from), factor), bR = mul<T>(v128.load(from + 2 * TILE_BYTES), factor);
      const aI = real ? zero : mul<T>(v128.load(from + TILE_BYTES), factor);
      const bI = real ? zero : mul<T>(v128.load(from + 3 * TILE_BYTES), factor);
      v128.store(re + mirror, add<T>(aR, bI));
      v128.store(im + mirror, sub<T>(bR, aI));
      v128.store(re + at, sub<T>(aR, bI));
      v128.store(im + at, add<T>(aI, bR));
    }
  }
}
