// Cubic B-splines along one axis, in double precision: coefficients by the recursive filter of Unser (1999), and weighted
// sums of four of them. `first` and `step` of neighbouring positions are addresses and bytes; every position is a vector of
// `width` values, side by side, which are filtered alike.
const DOUBLE: usize = 8;
const VECTOR: usize = 16;
const TAPS: usize = 4;

/** √3 − 2: the pole of the cubic B-spline; its 40th power is below 2⁻⁷⁵. */
const POLE: f64 = -0.26794919243112270647;
const HORIZON: usize = 40;

/** Values to coefficients, in place; `width` must be even. */
export function splineCoefficients(first: usize, step: usize, count: usize, width: usize): void {
  const pole = f64x2.splat(POLE), bytes = width * DOUBLE, last = first + (count - 1) * step;
  for (let at: usize = 0; at < bytes; at += VECTOR) {
    v128.store(first + at, f64x2.mul(f64x2.splat(6), startOfFilter(first + at, step, count)));
  }
  for (let row = first + step; row <= last; row += step) {
    for (let at: usize = 0; at < bytes; at += VECTOR) {
      const value = f64x2.mul(f64x2.splat(6), v128.load(row + at));
      v128.store(row + at, f64x2.add(value, f64x2.mul(pole, v128.load(row - step + at))));
    }
  }
  const end = f64x2.splat(POLE / (POLE - 1));
  for (let at: usize = 0; at < bytes; at += VECTOR) v128.store(last + at, f64x2.mul(end, v128.load(last + at)));
  for (let row = last; row > first; row -= step) {
    for (let at: usize = 0; at < bytes; at += VECTOR) {
      const previous = row - step + at;
      v128.store(previous, f64x2.mul(pole, f64x2.sub(v128.load(row + at), v128.load(previous))));
    }
  }
}

/** v[0] + Σ pole^(k+1) · v[k] over the half-sample symmetric continuation, which repeats after 2·count. */
@inline function startOfFilter(first: usize, step: usize, count: usize): v128 {
  let sum = v128.load(first), power: f64 = POLE;
  for (let k: usize = 0; k < HORIZON; k++) {
    const within = k % (2 * count), index = within < count ? within : 2 * count - 1 - within;
    sum = f64x2.add(sum, f64x2.mul(f64x2.splat(power), v128.load(first + index * step)));
    power *= POLE;
  }
  return sum;
}

/** target = Σ weights[t] · position[indices[t]], `width` values (even); four 32-bit indices and four weights. */
export function weighPositions(first: usize, step: usize, width: usize, indices: usize, weights: usize, target: usize): void {
  const a = first + position(indices, 0) * step, b = first + position(indices, 1) * step;
  const c = first + position(indices, 2) * step, d = first + position(indices, 3) * step;
  const wa = f64x2.splat(load<f64>(weights)), wb = f64x2.splat(load<f64>(weights, 8));
  const wc = f64x2.splat(load<f64>(weights, 16)), wd = f64x2.splat(load<f64>(weights, 24));
  for (let at: usize = 0; at < width * DOUBLE; at += VECTOR) {
    const ab = f64x2.add(f64x2.mul(wa, v128.load(a + at)), f64x2.mul(wb, v128.load(b + at)));
    const cd = f64x2.add(f64x2.mul(wc, v128.load(c + at)), f64x2.mul(wd, v128.load(d + at)));
    v128.store(target + at, f64x2.add(ab, cd));
  }
}

/** The same along a row of single values, for `count` output values, from `row` to `target`. */
export function weighRow(row: usize, count: usize, indices: usize, weights: usize, target: usize): void {
  for (let j: usize = 0; j < count; j++) {
    const i = indices + j * TAPS * 4, w = weights + j * TAPS * DOUBLE;
    const ab = load<f64>(w) * valueAt(row, position(i, 0)) + load<f64>(w, 8) * valueAt(row, position(i, 1));
    const cd = load<f64>(w, 16) * valueAt(row, position(i, 2)) + load<f64>(w, 24) * valueAt(row, position(i, 3));
    store<f64>(target + j * DOUBLE, ab + cd);
  }
}

/** {@link splineCoefficients} along a row of single values. */
export function splineCoefficientsOfRow(row: usize, count: usize): void {
  let sum = load<f64>(row), power: f64 = POLE;
  for (let k: usize = 0; k < HORIZON; k++) {
    const within = k % (2 * count), index = within < count ? within : 2 * count - 1 - within;
    sum += power * valueAt(row, index);
    power *= POLE;
  }
  let previous = 6 * sum;
  store<f64>(row, previous);
  for (let x: usize = 1; x < count; x++) {
    previous = 6 * valueAt(row, x) + POLE * previous;
    store<f64>(row + x * DOUBLE, previous);
  }
  previous *= POLE / (POLE - 1);
  store<f64>(row + (count - 1) * DOUBLE, previous);
  for (let x = count - 1; x > 0; x--) {
    previous = POLE * (previous - valueAt(row, x - 1));
    store<f64>(row + (x - 1) * DOUBLE, previous);
  }
}

/** Rounds `count` float64 to float32. */
export function roundValues(source: usize, count: usize, target: usize): void {
  for (let i: usize = 0; i < count; i++) store<f32>(target + i * 4, <f32>load<f64>(source + i * DOUBLE));
}

@inline function position(indices: usize, tap: usize): usize {
  return <usize>load<u32>(indices + tap * 4);
}

@inline function valueAt(values: usize, index: usize): f64 {
  return load<f64>(values + index * DOUBLE);
}
