import type { Triple } from "../../../src/core/volume/grid.ts";
import type { Kernel } from "../kernel.ts";

interface DilationKernels {
  dilatePlane(previous: number, plane: number, next: number, nx: number, ny: number, out: number): void;
}

/**
 * Plane z of one pass of dilation: a voxel is set where it or any of the 18 neighbours that share a face or an edge with
 * it is set; the six outer faces of the box are then cleared, as VRS's mask program leaves them. `mask` and `out` are
 * whole volumes in the kernel memory, one byte a voxel, and must not overlap. Planes may be done in any order.
 *
 * Equal to scipy's binary_dilation with generate_binary_structure(3, 2), outer shell cleared. It is a count of voxels,
 * not a distance in Å.
 */
export function dilatePlane(
  kernel: Kernel,
  [nx, ny, nz]: Triple,
  { mask, z, out }: { mask: number; z: number; out: number },
): void {
  const { dilatePlane } = kernel.exports as unknown as DilationKernels;
  const count = nx * ny;
  const plane = mask + z * count;
  const previous = z === 0 ? 0 : plane - count;
  const next = z === nz - 1 ? 0 : plane + count;
  dilatePlane(previous, plane, next, nx, ny, out + z * count);
}
