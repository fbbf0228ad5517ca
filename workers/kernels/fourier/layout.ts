import type { Triple } from "../../../src/core/volume/grid.ts";

/** float32 (four lanes of a vector) or float64 (two). */
export type Precision = "single" | "double";

/**
 * Where a box and its half spectrum lie in one piece of kernel memory (plain data; lengths in elements of the precision).
 * Row (z, y) starts at `z·planePitch + y·rowPitch`. It holds nx map values, or, after the forward transform, hs real parts
 * followed by hs imaginary parts of F[z, y, 0…⌊nx/2⌋]; what lies beyond the first hx of each is padding of no meaning.
 */
export interface TransformLayout<P extends Precision = Precision> {
  readonly precision: P;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Coefficients kept along x: ⌊nx/2⌋ + 1. */
  readonly hx: number;
  /** hx with its padding. */
  readonly hs: number;
  readonly rowPitch: number;
  readonly planePitch: number;
  /** Bytes of the whole, real or spectrum alike; the start must be 16-byte aligned. */
  readonly bytes: number;
}

const VECTOR_BYTES = 16;
const CACHE_LINE = 64;

/** Columns step by a pitch. A multiple of a large power of two would put a whole column into few sets of the cache. */
const ALIASING_BYTES = 512;

/** Bytes of one value. */
export function elementBytes(precision: Precision): number {
  return precision === "single" ? 4 : 8;
}

/** The layout of the transform of a box. Any box of at least one voxel; neither size nor primes are restricted. */
export function layoutTransform<P extends Precision>([nx, ny, nz]: Triple, precision: P): TransformLayout<P> {
  const bytes = elementBytes(precision);
  const lanes = VECTOR_BYTES / bytes;
  const hx = Math.floor(nx / 2) + 1;
  const aligned = Math.ceil(hx / lanes) * lanes;
  const hs = (2 * aligned * bytes) % ALIASING_BYTES === 0 ? aligned + lanes : aligned;
  const rowPitch = 2 * hs;
  // An odd number of cache lines takes the rows of a z column to every set in turn.
  const lines = Math.ceil((ny * rowPitch * bytes) / CACHE_LINE);
  const planePitch = ((lines % 2 === 0 ? lines + 1 : lines) * CACHE_LINE) / bytes;
  return { precision, nx, ny, nz, hx, hs, rowPitch, planePitch, bytes: nz * planePitch * bytes };
}

/** Address of plane z of data that starts at address `data`. */
export function planeAddress(layout: TransformLayout, data: number, z: number): number {
  return data + z * layout.planePitch * elementBytes(layout.precision);
}
