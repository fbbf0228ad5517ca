// Convolution of a cylinder: cells by azimuth (which closes), height and channel, the last one fastest, in double precision.
const DOUBLE: usize = 8;
/** Azimuths and heights that one output cell reads. */
const REACH: usize = 3;
/** Output channels that are summed at a time. */
const BLOCK: usize = 4;

/**
 * max(0, bias + Σ weights · cells) over three azimuths and three heights. Output azimuth a is about the input's `step`·a, wrapped;
 * output height h begins at the input's `rise`·h, and there are only those that read no height beyond the last. `weights` by azimuth, height,
 * channel and output channel, the last one fastest, which must be a multiple of 4. Every sum runs in one order.
 */
export function convolveCylinder(
  source: usize, azimuths: usize, heights: usize, channels: usize, step: usize, rise: usize,
  weights: usize, bias: usize, outputs: usize, target: usize,
): void {
  const rows = azimuths / step, last = (heights - REACH) / rise;
  for (let row: usize = 0; row < rows; row++) {
    const before = source + ((row * step + azimuths - 1) % azimuths) * heights * channels * DOUBLE;
    const middle = source + row * step * heights * channels * DOUBLE;
    const after = source + ((row * step + 1) % azimuths) * heights * channels * DOUBLE;
    for (let height: usize = 0; height <= last; height += 2) {
      const second = height < last ? height + 1 : last;
      const near = height * rise * channels * DOUBLE, far = second * rise * channels * DOUBLE;
      for (let from: usize = 0; from < outputs; from += BLOCK) {
        const to = target + ((row * (last + 1) + height) * outputs + from) * DOUBLE;
        const beyond = target + ((row * (last + 1) + second) * outputs + from) * DOUBLE;
        twoCells(before, middle, after, near, far, REACH * channels, weights + from * DOUBLE, bias + from * DOUBLE, outputs * DOUBLE, to, beyond);
      }
    }
  }
}

/** Four channels of two output cells, which share each weight that is read. */
@inline function twoCells(
  before: usize, middle: usize, after: usize, near: usize, far: usize, count: usize,
  weights: usize, bias: usize, pitch: usize, to: usize, beyond: usize,
): void {
  let a = v128.load(bias), b = v128.load(bias, 16), c = a, d = b, w = weights;
  for (let line: usize = 0; line < REACH; line++) {
    const cells = line == 0 ? before : line == 1 ? middle : after;
    const end = cells + near + count * DOUBLE, apart = far - near;
    for (let at = cells + near; at < end; at += DOUBLE) {
      const x = v128.load64_splat(at), y = v128.load64_splat(at + apart);
      const u = v128.load(w), v = v128.load(w, 16);
      a = f64x2.add(a, f64x2.mul(x, u));
      b = f64x2.add(b, f64x2.mul(x, v));
      c = f64x2.add(c, f64x2.mul(y, u));
      d = f64x2.add(d, f64x2.mul(y, v));
      w += pitch;
    }
  }
  const zero = f64x2.splat(0);
  v128.store(to, f64x2.max(a, zero));
  v128.store(to, f64x2.max(b, zero), 16);
  v128.store(beyond, f64x2.max(c, zero));
  v128.store(beyond, f64x2.max(d, zero), 16);
}
