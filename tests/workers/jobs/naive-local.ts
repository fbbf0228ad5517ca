/** The local methods by their definitions: complex sums over the whole spectrum, sorted values, a fit to every voxel. */

export interface NaiveMap {
  readonly n: number;
  /** Å. */
  readonly voxelSize: number;
  readonly voxels: Float32Array;
  readonly mask: Uint8Array;
}

export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const index = (k: number, n: number) => (k < n / 2 ? k : k - n);

/** A three-dimensional discrete Fourier transform, one axis at a time by direct sums; `sign` −1 forward, 1 inverse. */
export function transform({ re, im }: Complex, n: number, sign: 1 | -1): Complex {
  let current = { re: re.slice(), im: im.slice() };
  const waves = Array.from({ length: n }, (_, k) => (sign * 2 * Math.PI * k) / n);
  const [cosines, sines] = [Float64Array.from(waves, Math.cos), Float64Array.from(waves, Math.sin)];
  for (const stride of [1, n, n * n]) {
    const next = { re: new Float64Array(re.length), im: new Float64Array(re.length) };
    for (let at = 0; at < re.length; at++) {
      const k = Math.floor(at / stride) % n;
      const start = at - k * stride;
      let [real, imaginary] = [0, 0];
      for (let j = 0; j < n; j++) {
        const [from, turn] = [start + j * stride, (j * k) % n];
        const [c, s] = [cosines[turn], sines[turn]];
        real += current.re[from] * c - current.im[from] * s;
        imaginary += current.re[from] * s + current.im[from] * c;
      }
      next.re[at] = real;
      next.im[at] = imaginary;
    }
    current = next;
  }
  return current;
}

/** m of every voxel at a frequency (1/Å), the band divided by its sum. */
function amplitudesOf({ n, voxelSize, voxels }: NaiveMap): (frequency: number) => Float64Array {
  const spectrum = transform({ re: Float64Array.from(voxels), im: new Float64Array(voxels.length) }, n, -1);
  const k = Array.from(voxels, (_, at) =>
    [at % n, Math.floor(at / n) % n, Math.floor(at / (n * n))].map((i) => index(i, n) / (n * voxelSize)),
  );
  const lengths = k.map((q) => Math.hypot(...q));
  const width = 4.8 / (n * voxelSize);
  return (frequency) => {
    const band = lengths.map((length) => Math.exp(-((length - frequency) ** 2) / (2 * width ** 2)));
    const total = band.reduce((sum, s) => sum + s, 0);
    const squares = new Float64Array(voxels.length);
    for (const axis of [undefined, 0, 1, 2]) {
      const filtered = { re: new Float64Array(voxels.length), im: new Float64Array(voxels.length) };
      for (let at = 0; at < voxels.length; at++) {
        const s = band[at] / total;
        const share = axis === undefined || lengths[at] === 0 ? 0 : k[at][axis] / lengths[at];
        // −i·share·(re + i·im) = share·(im − i·re)
        filtered.re[at] = s * (axis === undefined ? spectrum.re[at] : share * spectrum.im[at]);
        filtered.im[at] = s * (axis === undefined ? spectrum.im[at] : -share * spectrum.re[at]);
      }
      const { re, im } = transform(filtered, n, 1);
      for (let at = 0; at < voxels.length; at++) squares[at] += (re[at] ** 2 + im[at] ** 2) / voxels.length ** 2;
    }
    return squares.map(Math.sqrt);
  };
}

function quantileOf(values: Float64Array, fraction: number): number {
  const sorted = values.slice().sort();
  const position = fraction * (sorted.length - 1);
  const below = Math.floor(position);
  return sorted[below] + (position - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
}

function spaced(first: number, last: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (count === 1 ? first : first + (i * (last - first)) / (count - 1)));
}

/** B of the voxels of the mask in raster order, Å². */
export function naiveLocalBFactors(map: NaiveMap, resolution: number): number[] {
  const { n, mask } = map;
  const distance = (at: number) =>
    Math.hypot((at % n) - n / 2, (Math.floor(at / n) % n) - n / 2, Math.floor(at / (n * n)) - n / 2);
  const frequencies = spaced(1 / 15, 1 / resolution, 10);
  const amplitudes = amplitudesOf(map);
  const logs = frequencies.map((frequency) => {
    const m = amplitudes(frequency);
    const q = quantileOf(
      m.filter((_, at) => mask[at] === 0 && distance(at) < n / 2),
      0.9,
    );
    return m.map((value) => Math.log((value / (value + q)) * value));
  });
  const x = frequencies.map((f) => f * f);
  const mean = x.reduce((sum, value) => sum + value) / x.length;
  const spread = x.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const inside = [...mask.keys()].filter((at) => mask[at] === 1);
  return inside.map((at) => (4 * x.reduce((sum, value, i) => sum + (value - mean) * logs[i][at], 0)) / spread);
}

/** Occupancies of the voxels of the mask in raster order, and the number of frequencies. */
export function naiveOccupancies(map: NaiveMap, resolution: number): { frequencies: number; values: number[] } {
  const width = 4.8 / (map.n * map.voxelSize);
  const frequencies = Math.max(1, Math.trunc((1 / resolution - 1 / 15) / width));
  const inside = [...map.mask.keys()].filter((at) => map.mask[at] === 1);
  const amplitudes = amplitudesOf(map);
  const passes = spaced(1 / 15, 1 / resolution, frequencies).map((frequency) => {
    const m = amplitudes(frequency);
    const q = quantileOf(
      Float64Array.from(inside, (at) => m[at]),
      0.25,
    );
    return inside.map((at) => Number(m[at] >= q));
  });
  return { frequencies, values: inside.map((_, i) => passes.reduce((sum, pass) => sum + pass[i], 0) / frequencies) };
}
