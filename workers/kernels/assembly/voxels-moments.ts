import { lower, sumOfPair, upper, valueAt } from "./voxels-lanes";

/**
 * Sums of d = v - shift and of its square along the rows and the columns of a plane. `rows`: ny sums of d, ny of its square;
 * `columns`: nx and nx; float64. Every row adds its voxels, and every column its rows, in one order whatever the box, so
 * equal slices give equal sums.
 */
export function planeMoments(plane: usize, nx: usize, ny: usize, shift: f64, rows: usize, columns: usize): void {
  memory.fill(columns, 0, nx << 4);
  const squares = columns + (nx << 3), pairs = ny & ~1;
  for (let y: usize = 0; y < pairs; y += 2) twoRows(plane + ((y * nx) << 2), nx, ny, shift, rows + (y << 3), columns, squares);
  if (pairs < ny) oneRow(plane + ((pairs * nx) << 2), nx, ny, shift, rows + (pairs << 3), columns, squares);
}

/** Two rows share one pass over the column sums, which costs as much as the arithmetic. */
function twoRows(first: usize, nx: usize, ny: usize, shift: f64, rows: usize, columns: usize, squares: usize): void {
  const quads = nx & ~3, second = first + (nx << 2), m = f64x2.splat(shift);
  let s = f64x2.splat(0), q = f64x2.splat(0), t = f64x2.splat(0), r = f64x2.splat(0);
  for (let x: usize = 0; x < quads; x += 4) {
    const v = v128.load(first + (x << 2)), w = v128.load(second + (x << 2));
    const a = f64x2.sub(lower(v), m), b = f64x2.sub(upper(v), m), c = f64x2.sub(lower(w), m), d = f64x2.sub(upper(w), m);
    const aa = f64x2.mul(a, a), bb = f64x2.mul(b, b), cc = f64x2.mul(c, c), dd = f64x2.mul(d, d);
    const p = columns + (x << 3), o = squares + (x << 3);
    v128.store(p, f64x2.add(f64x2.add(v128.load(p), a), c));
    v128.store(p, f64x2.add(f64x2.add(v128.load(p, 16), b), d), 16);
    v128.store(o, f64x2.add(f64x2.add(v128.load(o), aa), cc));
    v128.store(o, f64x2.add(f64x2.add(v128.load(o, 16), bb), dd), 16);
    s = f64x2.add(s, f64x2.add(a, b));
    q = f64x2.add(q, f64x2.add(aa, bb));
    t = f64x2.add(t, f64x2.add(c, d));
    r = f64x2.add(r, f64x2.add(cc, dd));
  }
  finishRow(first, quads, nx, ny, shift, s, q, rows, columns, squares);
  finishRow(second, quads, nx, ny, shift, t, r, rows + 8, columns, squares);
}

function oneRow(row: usize, nx: usize, ny: usize, shift: f64, rows: usize, columns: usize, squares: usize): void {
  const quads = nx & ~3, m = f64x2.splat(shift);
  let s = f64x2.splat(0), q = f64x2.splat(0);
  for (let x: usize = 0; x < quads; x += 4) {
    const v = v128.load(row + (x << 2)), a = f64x2.sub(lower(v), m), b = f64x2.sub(upper(v), m);
    const aa = f64x2.mul(a, a), bb = f64x2.mul(b, b), p = columns + (x << 3), o = squares + (x << 3);
    v128.store(p, f64x2.add(v128.load(p), a));
    v128.store(p, f64x2.add(v128.load(p, 16), b), 16);
    v128.store(o, f64x2.add(v128.load(o), aa));
    v128.store(o, f64x2.add(v128.load(o, 16), bb), 16);
    s = f64x2.add(s, f64x2.add(a, b));
    q = f64x2.add(q, f64x2.add(aa, bb));
  }
  finishRow(row, quads, nx, ny, shift, s, q, rows, columns, squares);
}

/** The last voxels of a row of nx not divisible by 4, and the row's sums. */
@inline function finishRow(row: usize, from: usize, nx: usize, ny: usize, shift: f64, s: v128, q: v128, rows: usize, columns: usize, squares: usize): void {
  let sum = sumOfPair(s), square = sumOfPair(q);
  for (let x = from; x < nx; x++) {
    const d = f64(valueAt(row, x)) - shift, p = columns + (x << 3), o = squares + (x << 3);
    store<f64>(p, load<f64>(p) + d);
    store<f64>(o, load<f64>(o) + d * d);
    sum += d;
    square += d * d;
  }
  store<f64>(rows, sum);
  store<f64>(rows + (ny << 3), square);
}
