// Multiplications of one spectrum plane, in place and in double precision. Separable weights are tables of nz, ny
// and halfRow numbers, finite also in the padding.
import { frequency } from "./fourier-frequency";

const DOUBLE: usize = 8;
const VECTOR: usize = 16;

/** F ← F · weightsZ[z] · weightsY[y] · weightsX[x]. */
export function multiplyPlane(
  plane: usize, halfRow: usize, ny: usize, z: usize, weightsZ: usize, weightsY: usize, weightsX: usize,
): void {
  const half = halfRow * DOUBLE, weightZ = load<f64>(weightsZ + z * DOUBLE);
  for (let y: usize = 0; y < ny; y++) {
    const re = plane + y * 2 * half, zy = f64x2.splat(weightZ * load<f64>(weightsY + y * DOUBLE));
    for (let at: usize = 0; at < half; at += VECTOR) {
      const weight = f64x2.mul(zy, v128.load(weightsX + at));
      v128.store(re + at, f64x2.mul(v128.load(re + at), weight));
      v128.store(re + half + at, f64x2.mul(v128.load(re + half + at), weight));
    }
  }
}

/**
 * The same where the resolution 1/(R/voxelSize) is at least `finest` (Å), R = |digital frequency|, so also at R = 0;
 * all other coefficients stay as they are.
 */
export function multiplyPlaneWithin(
  plane: usize, halfRow: usize, nx: usize, ny: usize, nz: usize, z: usize,
  weightsZ: usize, weightsY: usize, weightsX: usize, voxelSize: f64, finest: f64,
): void {
  const half = halfRow * DOUBLE, fz = frequency(z, nz), weightZ = load<f64>(weightsZ + z * DOUBLE);
  for (let y: usize = 0; y < ny; y++) {
    const fy = frequency(y, ny), squared = fz * fz + fy * fy, zy = weightZ * load<f64>(weightsY + y * DOUBLE);
    const re = plane + y * 2 * half, im = re + half;
    for (let x: usize = 0; x <= nx / 2; x++) {
      const fx = frequency(x, nx);
      if (!(1 / (sqrt(squared + fx * fx) / voxelSize) >= finest)) break; // fx only grows
      const weight = zy * load<f64>(weightsX + x * DOUBLE);
      store<f64>(re + x * DOUBLE, load<f64>(re + x * DOUBLE) * weight);
      store<f64>(im + x * DOUBLE, load<f64>(im + x * DOUBLE) * weight);
    }
  }
}

/** F ← F · g(R), R = |digital frequency|: 1 below the cutoff, then half a cosine wave down to 0 at cutoff + width. */
export function lowPassPlane(
  plane: usize, halfRow: usize, nx: usize, ny: usize, nz: usize, z: usize, cutoff: f64, width: f64,
): void {
  const half = halfRow * DOUBLE, fz = frequency(z, nz), turn = Math.PI / width;
  for (let y: usize = 0; y < ny; y++) {
    const fy = frequency(y, ny), squared = fz * fz + fy * fy, re = plane + y * 2 * half, im = re + half;
    for (let x: usize = 0; x <= nx / 2; x++) {
      const fx = frequency(x, nx), r = sqrt(squared + fx * fx);
      if (r < cutoff) continue;
      const gain = r < cutoff + width ? (1 + Math.cos(turn * (r - cutoff))) / 2 : 0;
      store<f64>(re + x * DOUBLE, load<f64>(re + x * DOUBLE) * gain);
      store<f64>(im + x * DOUBLE, load<f64>(im + x * DOUBLE) * gain);
    }
  }
}

/** F ← |F|², whose inverse transform is the circular autocorrelation. */
export function powerPlane(plane: usize, halfRow: usize, ny: usize): void {
  const half = halfRow * DOUBLE, zero = f64x2.splat(0);
  for (let y: usize = 0; y < ny; y++) {
    const re = plane + y * 2 * half, im = re + half;
    for (let at: usize = 0; at < half; at += VECTOR) {
      const r = v128.load(re + at), i = v128.load(im + at);
      v128.store(re + at, f64x2.add(f64x2.mul(r, r), f64x2.mul(i, i)));
      v128.store(im + at, zero);
    }
  }
}
