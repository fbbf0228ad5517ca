import type { Triple } from "../../../src/core/volume/grid.ts";
import type { Kernel } from "../kernel.ts";
import type { Plane } from "./plane.ts";

interface EqualKernels {
  countEqual(plane: number, mask: number, count: number, value: number): number;
  countEqualOnEdges(plane: number, nx: number, ny: number, value: number): number;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as EqualKernels;

/** A plane's voxels outside the mask that equal a float32 value; −0 equals 0. */
export function countEqual(kernel: Kernel, plane: Plane, { mask, value }: { mask: number; value: number }): number {
  return kernelsOf(kernel).countEqual(plane.address, mask, plane.nx * plane.ny, value) >>> 0;
}

/**
 * What plane z adds to the count of voxels equal to a float32 value on the six faces of the box. Edges belong to two
 * faces and corners to three, and count as often; {@link faceVoxels} counts alike.
 */
export function countEqualOnFaces(
  kernel: Kernel,
  plane: Plane,
  { z, nz, value }: { z: number; nz: number; value: number },
): number {
  const { countEqual, countEqualOnEdges } = kernelsOf(kernel);
  const faces = Number(z === 0) + Number(z === nz - 1);
  const inPlane = faces === 0 ? 0 : countEqual(plane.address, 0, plane.nx * plane.ny, value) >>> 0;
  return faces * inPlane + (countEqualOnEdges(plane.address, plane.nx, plane.ny, value) >>> 0);
}

/** Voxels of the six faces, those of edges and corners counted once for each face. */
export function faceVoxels([nx, ny, nz]: Triple): number {
  return 2 * (nx * ny + nx * nz + ny * nz);
}
