import type { Axis, Triple } from "../../../src/core/volume/grid.ts";
import type { SliceMoments } from "../../../src/core/volume/largest-variance.ts";
import type { MassMoments } from "../../../src/core/volume/mass.ts";
import { momentWords } from "./moments.ts";

/** The moments of every plane, z = 0 first, each as `planeMoments` wrote it. */
export interface PlanesOfMoments {
  readonly box: Triple;
  readonly planes: Float64Array;
}

/** Σd and Σd² of the slices along x, y, z. Planes are added in z order, rows in y order. Allocates. */
export function combineMoments({ box, planes }: PlanesOfMoments): Record<Axis, SliceMoments> {
  const [nx, ny, nz] = box;
  const x = emptySlices(nx, ny * nz);
  const y = emptySlices(ny, nx * nz);
  const z = emptySlices(nz, nx * ny);
  for (let k = 0; k < nz; k++) {
    const plane = planes.subarray(k * momentWords(nx, ny));
    addTo(y.sum, plane);
    addTo(y.squares, plane.subarray(ny));
    addTo(x.sum, plane.subarray(2 * ny));
    addTo(x.squares, plane.subarray(2 * ny + nx));
    z.sum[k] = sumOf(plane.subarray(0, ny));
    z.squares[k] = sumOf(plane.subarray(ny, 2 * ny));
  }
  return { x, y, z };
}

/** Σv along x for every (z, y), row-major with y fastest. `shift` is the one the moments were taken about. Allocates. */
export function projectionAlongX({ box, planes }: PlanesOfMoments, shift: number): Float64Array {
  const [nx, ny, nz] = box;
  const image = new Float64Array(nz * ny);
  for (let k = 0; k < nz; k++) {
    const from = k * momentWords(nx, ny);
    image.set(planes.subarray(from, from + ny), k * ny);
  }
  return image.map((sum) => sum + nx * shift);
}

/** Σv along y for every (z, x), row-major with x fastest. `shift` is the one the moments were taken about. Allocates. */
export function projectionAlongY({ box, planes }: PlanesOfMoments, shift: number): Float64Array {
  const [nx, ny, nz] = box;
  const image = new Float64Array(nz * nx);
  for (let k = 0; k < nz; k++) {
    const from = k * momentWords(nx, ny) + 2 * ny;
    image.set(planes.subarray(from, from + nx), k * nx);
  }
  return image.map((sum) => sum + ny * shift);
}

/** Σv and Σ i·v along x, y, z, for the centre of mass. `shift` is the one the moments were taken about. */
export function massMoments({ x, y, z }: Record<Axis, SliceMoments>, shift: number): MassMoments {
  const massOf = ({ sum, voxels }: SliceMoments) => sum.map((s) => s + voxels * shift);
  const first = (slices: SliceMoments) => sumOf(massOf(slices).map((mass, i) => i * mass));
  return { total: sumOf(massOf(z)), first: [first(x), first(y), first(z)] };
}

function emptySlices(count: number, voxels: number): SliceMoments {
  return { voxels, sum: new Float64Array(count), squares: new Float64Array(count) };
}

function addTo(target: Float64Array, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i]! += values[i]!;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, v) => sum + v, 0);
}
