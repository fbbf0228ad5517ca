import { cosSin } from "./arithmetic.js";

/** Voxels along each side of the cubes filtered here: a power of two. */
export const SIZE = 128;

/** Cosine and sine of k turns over the length of a line. */
const TWIDDLES = Array.from({ length: SIZE / 2 }, (_, k) => cosSin((360 * k) / SIZE));

/** Forward transform of a line of {@link SIZE} values in place, radix 2. @param {Float64Array} re @param {Float64Array} im */
function transformLine(re, im) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let half = 1; half < n; half *= 2)
    for (let k = 0; k < half; k++) {
      const [cos, sin] = TWIDDLES[(k * n) / (2 * half)];
      for (let i = k; i < n; i += 2 * half) {
        const j = i + half;
        const a = re[j] * cos + im[j] * sin;
        const b = im[j] * cos - re[j] * sin;
        re[j] = re[i] - a;
        im[j] = im[i] - b;
        re[i] += a;
        im[i] += b;
      }
    }
}

/** Forward transform of a cube in place, one axis after the other. @param {Float64Array} re @param {Float64Array} im */
function transformCube(re, im) {
  const [lineRe, lineIm] = [new Float64Array(SIZE), new Float64Array(SIZE)];
  for (const stride of [1, SIZE, SIZE * SIZE])
    for (let line = 0; line < SIZE * SIZE; line++) {
      const start = Math.floor(line / stride) * stride * SIZE + (line % stride);
      for (let i = 0; i < SIZE; i++) {
        lineRe[i] = re[start + i * stride];
        lineIm[i] = im[start + i * stride];
      }
      transformLine(lineRe, lineIm);
      for (let i = 0; i < SIZE; i++) {
        re[start + i * stride] = lineRe[i];
        im[start + i * stride] = lineIm[i];
      }
    }
}

/**
 * Multiplies a cube's structure factors by a real transfer function of s², the squared spatial frequency in 1/Å², and by a low-pass
 * that falls smoothly from 1 at `pass` Å to 0 at `stop` Å. The result's scale is {@link SIZE}³ times that of the cube.
 * @param {Float64Array} cube x fastest, changed in place
 * @param {(s2: number) => number} transfer
 * @param {{ voxelSize: number, pass: number, stop: number }} options Å
 */
export function filter(cube, transfer, { voxelSize, pass, stop }) {
  const im = new Float64Array(cube.length);
  transformCube(cube, im);
  const squared = Array.from({ length: SIZE }, (_, i) => {
    const frequency = Math.min(i, SIZE - i) / (SIZE * voxelSize);
    return frequency * frequency;
  });
  for (let voxel = 0; voxel < cube.length; voxel++) {
    const [x, y, z] = [voxel % SIZE, Math.floor(voxel / SIZE) % SIZE, Math.floor(voxel / (SIZE * SIZE))];
    const s2 = squared[x] + squared[y] + squared[z];
    const edge = Math.max(0, Math.min(1, (1 / stop - Math.sqrt(s2)) / (1 / stop - 1 / pass)));
    const gain = edge === 0 ? 0 : edge * edge * (3 - 2 * edge) * transfer(s2);
    cube[voxel] *= gain;
    // The inverse transform is the conjugate of the forward one of the conjugate; the cube is real, so its real part is all there is.
    im[voxel] *= -gain;
  }
  transformCube(cube, im);
}
