import type { Triple } from "../../../src/core/volume/grid.ts";
import type { Kernel } from "../kernel.ts";

/** A z-plane of the map, or some whole rows of one: float32 in the kernel memory from byte `address`, x fastest. */
export interface Plane {
  readonly address: number;
  readonly nx: number;
  readonly ny: number;
}

/** The voxels of a plane whose byte in a mask (one byte a voxel, 0 or 1, in the kernel memory) says so. */
export interface Region {
  /** Address of the mask bytes of the same plane. */
  readonly mask: number;
  readonly side: "inside" | "outside";
}

/** The whole plane, in the two words that kernels take for a region. */
const EVERYWHERE = [0, 0] as const;

/** A region as kernels take it: mask address (0 for none) and the mask byte that counts. */
export function regionWords(region: Region | undefined): readonly [mask: number, side: number] {
  return region ? [region.mask, region.side === "inside" ? 1 : 0] : EVERYWHERE;
}

/** Bytes that {@link loadPlane} fills. */
export function planeBytes(box: Triple): number {
  return 4 * box[0] * box[1];
}

/** Copies plane z of a map (x fastest, then y, then z; usually in shared memory) to `address` in the kernel memory. */
export function loadPlane(
  kernel: Kernel,
  voxels: Float32Array,
  { box, z, address }: { box: Triple; z: number; address: number },
): Plane {
  const [nx, ny] = box;
  const count = nx * ny;
  new Float32Array(kernel.memory.buffer, address, count).set(voxels.subarray(z * count, (z + 1) * count));
  return { address, nx, ny };
}
