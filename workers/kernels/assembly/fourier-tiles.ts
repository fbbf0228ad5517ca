// Between rows and lanes: as many neighbouring values of as many rows as there are lanes are transposed at a time.
import { lanes, VECTOR } from "./fourier-vector";

/** Bytes of as many positions of one vector as there are lanes, at most. */
export const TILE_BYTES: usize = 4 * VECTOR;

/** Writes positions k, k + 1, … of one vector to its rows; `column` is the address of position k of row 0. */
@inline
export function scatterTile<T>(a: v128, b: v128, c: v128, d: v128, column: usize, pitch: usize, first: usize, last: usize): void {
  const row0 = rowAt(column, pitch, first, 0, last), row1 = rowAt(column, pitch, first, 1, last);
  if (sizeof<T>() == 4) {
    transpose4(a, b, c, d, row0, row1, rowAt(column, pitch, first, 2, last), rowAt(column, pitch, first, 3, last));
  } else {
    transpose2(a, b, row0, row1);
  }
}

/** Reads positions k, k + 1, … of one vector from its rows. */
@inline
export function gatherTile<T>(column: usize, pitch: usize, first: usize, last: usize, tile: usize): void {
  const a = v128.load(rowAt(column, pitch, first, 0, last)), b = v128.load(rowAt(column, pitch, first, 1, last));
  if (sizeof<T>() == 4) {
    const c = v128.load(rowAt(column, pitch, first, 2, last)), d = v128.load(rowAt(column, pitch, first, 3, last));
    transpose4(a, b, c, d, tile, tile + VECTOR, tile + 2 * VECTOR, tile + 3 * VECTOR);
  } else {
    transpose2(a, b, tile, tile + VECTOR);
  }
}

/** Address of row `first + index`; past the last row the last is taken again, so that a block is always full. */
@inline
function rowAt(rows: usize, pitch: usize, first: usize, index: usize, last: usize): usize {
  return rows + (first + index < last ? first + index : last) * pitch;
}

/** Transposes rows into lanes: position k of lane j of vector v is rows[first + v·lanes + j][k], for k < `count` rounded up. */
export function gather<T>(rows: usize, pitch: usize, first: usize, last: usize, count: usize, target: usize, run: usize): void {
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
export function scatter<T>(source: usize, run: usize, count: usize, rows: usize, pitch: usize, first: usize, last: usize): void {
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
