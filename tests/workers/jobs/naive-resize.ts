import type { Triple } from "../../../src/core/volume/grid.ts";

interface Resizing {
  readonly box: Triple;
  readonly voxelSize: number;
  readonly resolution: number;
}

/** The resized map by direct sums: a plain Fourier filter, a linear system for the spline coefficients, all at double precision. */
export function naiveResize(voxels: Float32Array, { box, voxelSize, resolution }: Resizing): Float32Array {
  const target = resolution / 2;
  const size = 2 * Math.floor((box[0] * voxelSize) / target / 2);
  const factor = Math.fround(Number((voxelSize / target).toFixed(6)));
  const cutoff = Math.fround(Number((voxelSize / (2 * target)).toFixed(6)));
  let values = Array.from(target > voxelSize ? lowPassed(voxels, box, cutoff) : voxels);
  let shape = [...box];
  for (const axis of [0, 1, 2]) {
    values = resampleAxis(values, shape, { axis, scaled: Math.trunc(box[axis] * factor), count: size });
    shape = shape.map((n, k) => (k === axis ? size : n));
  }
  return Float32Array.from(values);
}

function lowPassed(voxels: Float32Array, box: Triple, cutoff: number): Float32Array {
  const [nx, ny, nz] = box;
  const gain = (k: readonly number[]) => {
    const r = Math.hypot(...k.map((index, axis) => (index <= box[axis] / 2 ? index : index - box[axis]) / box[axis]));
    if (r < cutoff) return 1;
    return r < cutoff + 0.02 ? (1 + Math.cos((Math.PI / 0.02) * (r - cutoff))) / 2 : 0;
  };
  // The filter's own response, once, then its circular convolution with the map.
  const all = Array.from({ length: nx * ny * nz }, (_, i) => [
    i % nx,
    Math.floor(i / nx) % ny,
    Math.floor(i / (nx * ny)),
  ]);
  const gains = all.map(gain);
  const response = all.map((r) => {
    const wave = (k: readonly number[]) =>
      Math.cos(2 * Math.PI * k.reduce((sum, index, a) => sum + (index * r[a]) / box[a], 0));
    return all.reduce((sum, k, i) => sum + gains[i] * wave(k), 0) / all.length;
  });
  return Float32Array.from(all, (r) =>
    all.reduce((sum, s, i) => {
      const [x, y, z] = r.map((index, axis) => (index - s[axis] + box[axis]) % box[axis]);
      return sum + voxels[i] * response[(z * ny + y) * nx + x];
    }, 0),
  );
}

/** Spline coefficients of a line from the linear system (c[i−1] + 4c[i] + c[i+1])/6 = v[i] with reflected ends. */
function coefficients(line: readonly number[]): number[] {
  const n = line.length;
  const rows = line.map((value, i) => {
    const row = new Array<number>(n).fill(0);
    row[i] += 4 / 6;
    row[Math.max(0, i - 1)] += 1 / 6;
    row[Math.min(n - 1, i + 1)] += 1 / 6;
    return [...row, value];
  });
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const share = rows[j][i] / rows[i][i];
      rows[j] = rows[j].map((value, k) => value - share * rows[i][k]);
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

function splineAt(c: readonly number[], position: number): number {
  let sum = 0;
  for (let k = Math.floor(position) - 1; k <= Math.floor(position) + 2; k++) {
    const d = Math.abs(position - k);
    const basis = d < 1 ? 2 / 3 - d * d + d ** 3 / 2 : (2 - d) ** 3 / 6;
    const mirrored = k < 0 ? -1 - k : k >= c.length ? 2 * c.length - 1 - k : k;
    sum += basis * c[mirrored];
  }
  return sum;
}

interface NaiveAxis {
  readonly axis: number;
  readonly scaled: number;
  readonly count: number;
}

function resampleAxis(
  values: readonly number[],
  shape: readonly number[],
  { axis, scaled, count }: NaiveAxis,
): number[] {
  const size = shape[axis];
  const stride = shape.slice(0, axis).reduce((product, n) => product * n, 1);
  const lines = values.length / size;
  const out = new Array<number>(lines * count);
  for (let line = 0; line < lines; line++) {
    const [inner, outer] = [line % stride, Math.floor(line / stride)];
    const input = Array.from({ length: size }, (_, i) => values[(outer * size + i) * stride + inner]);
    const c = coefficients(input);
    for (let j = 0; j < count; j++) {
      const from = j - count / 2 + Math.floor(scaled / 2);
      let p = (from - Math.floor(scaled / 2)) * (size / scaled);
      const low = -Math.floor(size / 2);
      if (p < low - 1e-6 || p >= low + size - 1 + 1e-6) p -= Math.floor((p - low + 0.5) / size) * size;
      const inside = from >= 0 && from < scaled;
      out[(outer * count + j) * stride + inner] = inside ? splineAt(c, p - low) : 0;
    }
  }
  return out;
}
