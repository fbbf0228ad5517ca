import type { Triple } from "../volume/grid.ts";
import type { SearchVolume } from "./ridges.ts";

/** Map values between voxels. */
export interface Sampler extends SearchVolume {
  /** Voxels per Å. */
  readonly scale: Triple;
}

/** The volume, not copied, with its scale beside it. */
export function samplerOf(volume: SearchVolume): Sampler {
  const [hx, hy, hz] = volume.spacing;
  return { ...volume, scale: [1 / hx, 1 / hy, 1 / hz] };
}

/** Trilinear value at a place in voxels; 0 outside the box. */
export function valueAt({ box: [nx, ny, nz], values }: SearchVolume, x: number, y: number, z: number): number {
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  if (i < 0 || j < 0 || k < 0 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1) return 0;
  const [a, b, c] = [x - i, y - j, z - k];
  const p = (k * ny + j) * nx + i;
  const q = p + nx * ny;
  const near =
    (values[p]! * (1 - a) + values[p + 1]! * a) * (1 - b) + (values[p + nx]! * (1 - a) + values[p + nx + 1]! * a) * b;
  const far =
    (values[q]! * (1 - a) + values[q + 1]! * a) * (1 - b) + (values[q + nx]! * (1 - a) + values[q + nx + 1]! * a) * b;
  return near * (1 - c) + far * c;
}
