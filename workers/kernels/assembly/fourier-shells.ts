// Sums over shells of one plane, in double precision. Each plane fills sums and counts of its own, which are added in
// the order of z afterwards: the result does not depend on which worker took which plane.
import { frequency } from "./fourier-frequency";

const DOUBLE: usize = 8;

/**
 * Σ|F| and number of coefficients of a spectrum plane z by shell ⌊R·nx + 1/2⌋, R = |digital frequency| ≤ 1/2, over the
 * half spectrum as stored. The order z² + y² + x² and the test on R² decide the shell of coefficients on a boundary.
 */
export function amplitudeShells(
  plane: usize, halfRow: usize, nx: usize, ny: usize, nz: usize, z: usize, sums: usize, counts: usize,
): void {
  const pitch = halfRow * 2 * DOUBLE, fz = frequency(z, nz);
  memory.fill(sums, 0, nx * DOUBLE);
  memory.fill(counts, 0, nx * DOUBLE);
  for (let y: usize = 0; y < ny; y++) {
    const fy = frequency(y, ny), zy = fz * fz + fy * fy, re = plane + y * pitch, im = re + halfRow * DOUBLE;
    for (let x: usize = 0; x <= nx / 2; x++) {
      const fx = frequency(x, nx), squared = zy + fx * fx;
      if (squared > 0.25) break; // fx only grows
      const shell = <usize>(sqrt(squared) * <f64>nx + 0.5);
      if (shell >= nx) break; // only in a box one voxel wide
      const r = load<f64>(re + x * DOUBLE), i = load<f64>(im + x * DOUBLE);
      addTo(sums + shell * DOUBLE, sqrt(r * r + i * i));
      addTo(counts + shell * DOUBLE, 1);
    }
  }
}

/**
 * Σ value and number of voxels of a real plane by shell of the wrapped shift ⌊√(dz² + dy² + dx²) + 1/2⌋ with
 * d = min(i, n-i); `shells` is the length of sums and counts, which must hold the largest shift of the box.
 */
export function shiftShells(
  rows: usize, halfRow: usize, nx: usize, ny: usize, nz: usize, z: usize, shells: usize, sums: usize, counts: usize,
): void {
  const pitch = halfRow * 2 * DOUBLE, dz = wrappedShift(z, nz);
  memory.fill(sums, 0, shells * DOUBLE);
  memory.fill(counts, 0, shells * DOUBLE);
  for (let y: usize = 0; y < ny; y++) {
    const dy = wrappedShift(y, ny), row = rows + y * pitch;
    for (let x: usize = 0; x < nx; x++) {
      const dx = wrappedShift(x, nx), shell = <usize>(sqrt(<f64>(dz * dz + dy * dy + dx * dx)) + 0.5);
      addTo(sums + shell * DOUBLE, load<f64>(row + x * DOUBLE));
      addTo(counts + shell * DOUBLE, 1);
    }
  }
}

@inline
function wrappedShift(index: usize, n: usize): usize {
  return index < n - index ? index : n - index;
}

@inline
function addTo(address: usize, value: f64): void {
  store<f64>(address, load<f64>(address) + value);
}
