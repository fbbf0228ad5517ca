import { exp } from "../../../src/core/math/elementary.ts";
import type { LowPass } from "../../../src/core/resizing/resize-plan.ts";
import { voxelCount } from "../../../src/core/volume/grid.ts";
import type { Arena, Kernel } from "../kernel.ts";
import { planeAddress, type TransformLayout } from "./layout.ts";
import { allocateShells, combineShells, type ShellPartials, type ShellTotals, shellRows } from "./shells.ts";

interface SpectrumKernels {
  amplitudeShells(
    plane: number,
    halfRow: number,
    nx: number,
    ny: number,
    nz: number,
    z: number,
    sums: number,
    counts: number,
  ): void;
  multiplyPlane(plane: number, halfRow: number, ny: number, z: number, wz: number, wy: number, wx: number): void;
  multiplyPlaneWithin(
    plane: number,
    halfRow: number,
    nx: number,
    ny: number,
    nz: number,
    z: number,
    wz: number,
    wy: number,
    wx: number,
    voxelSize: number,
    finest: number,
  ): void;
  lowPassPlane(
    plane: number,
    halfRow: number,
    nx: number,
    ny: number,
    nz: number,
    z: number,
    cutoff: number,
    width: number,
  ): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as SpectrumKernels;

type Layout = TransformLayout<"double">;

/** Room for the radial average of a spectrum: nx shells, of which those up to nx/2 are reached. */
export function allocateAmplitudeShells(arena: Arena, layout: Layout): ShellPartials {
  return allocateShells(arena, { planes: layout.nz, shells: layout.nx });
}

/**
 * Adds |F| of plane z of an unnormalised spectrum to shells ⌊R·nx + ½⌋, R = √(fz² + fy² + fx²) ≤ ½ in cycles per voxel, over the
 * half spectrum as stored (conjugates count twice only in the planes kx = 0 and nx/2). Amplitude, not power. The profile
 * of xmipp_volume_correct_bfactor (Xmipp 3.24), shell boundaries to the last bit.
 */
export function sumAmplitudes(kernel: Kernel, layout: Layout, data: number, z: number, partials: ShellPartials): void {
  const { sums, counts } = shellRows(partials, z);
  const { hs, nx, ny, nz } = layout;
  kernelsOf(kernel).amplitudeShells(planeAddress(layout, data, z), hs, nx, ny, nz, z, sums, counts);
}

/** Σ|F|/N by shell with N voxels in the box, and the coefficients in each shell; their quotient is the radial average. */
export function combineAmplitudes(kernel: Kernel, layout: Layout, partials: ShellPartials): ShellTotals {
  const { sums, counts } = combineShells(kernel, partials);
  const voxels = voxelCount([layout.nx, layout.ny, layout.nz]);
  return { sums: sums.map((sum) => sum / voxels), counts };
}

/** Addresses of separable weights: nz, ny and hs float64. */
export interface SeparableWeights {
  readonly z: number;
  readonly y: number;
  readonly x: number;
}

/**
 * Writes the weights exp(−decay·f²), f the digital frequency in cycles per voxel, axis by axis; their product is the radial
 * Gaussian. decay = π²σ² smooths with VRS's σ in voxels (a standard deviation of σ/√2); decay = B/(4·voxelSize²) applies a
 * B-factor of B Å² (positive weakens high frequencies). From the arena; the values do not depend on the engine.
 */
export function writeGaussianWeights(arena: Arena, layout: Layout, decay: number): SeparableWeights {
  const axis = (n: number, length: number) => {
    const address = arena.allocate(length * Float64Array.BYTES_PER_ELEMENT);
    const weights = new Float64Array(arena.memory.buffer, address, length);
    for (let k = 0; k < length; k++) {
      const frequency = Math.min(k, n - k) / n; // the padding beyond hx mirrors, and stays finite
      weights[k] = exp(-decay * (frequency * frequency));
    }
    return address;
  };
  return { z: axis(layout.nz, layout.nz), y: axis(layout.ny, layout.ny), x: axis(layout.nx, layout.hs) };
}

/** F ← F·w in plane z. */
export function multiplySpectrum(
  kernel: Kernel,
  layout: Layout,
  data: number,
  z: number,
  weights: SeparableWeights,
): void {
  const plane = planeAddress(layout, data, z);
  kernelsOf(kernel).multiplyPlane(plane, layout.hs, layout.ny, z, weights.z, weights.y, weights.x);
}

/** A Gaussian that ends at a resolution. */
export interface LimitedWeights {
  readonly weights: SeparableWeights;
  /** Å per voxel, one for all axes. */
  readonly voxelSize: number;
  /** Å; coefficients of finer resolution are left as they are. */
  readonly finest: number;
}

/** F ← F·w in plane z where 1/(R/voxelSize) ≥ finest, so also at R = 0; the corrected map of xmipp_volume_correct_bfactor. */
export function multiplySpectrumWithin(
  kernel: Kernel,
  layout: Layout,
  data: number,
  z: number,
  { weights, voxelSize, finest }: LimitedWeights,
): void {
  const { hs, nx, ny, nz } = layout;
  const plane = planeAddress(layout, data, z);
  const multiply = kernelsOf(kernel).multiplyPlaneWithin;
  multiply(plane, hs, nx, ny, nz, z, weights.z, weights.y, weights.x, voxelSize, finest);
}

/**
 * F ← F·g in plane z, g the raised-cosine low-pass of R = √(fz² + fy² + fx²) in cycles per voxel; what xmipp_transform_filter
 * (3.24) does with a raised cosine, isotropic in voxels, not in Å.
 */
export function lowPassSpectrum(
  kernel: Kernel,
  layout: Layout,
  data: number,
  z: number,
  { cutoff, width }: LowPass,
): void {
  const { hs, nx, ny, nz } = layout;
  kernelsOf(kernel).lowPassPlane(planeAddress(layout, data, z), hs, nx, ny, nz, z, cutoff, width);
}
