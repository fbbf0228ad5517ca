import type { Arena, Kernel } from "../kernel.ts";
import { transformDepth, transformPlaneColumns } from "./columns.ts";
import { elementBytes, planeAddress, type TransformLayout } from "./layout.ts";
import { planLine } from "./line-plan.ts";

type Rows = (plan: number, rows: number, halfRow: number, count: number, scratch: number) => void;
type ScaledRows = (plan: number, rows: number, halfRow: number, count: number, scale: number, scratch: number) => void;

interface TransformKernels {
  readonly rowScratch: (plan: number) => number;
  readonly columnScratch: (plan: number) => number;
  readonly forwardRowsSingle: Rows;
  readonly forwardRowsDouble: Rows;
  readonly inverseRowsSingle: ScaledRows;
  readonly inverseRowsDouble: ScaledRows;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as TransformKernels;

/** A planned transform: plain numbers that any worker over the same memory may use; only read by the transforms. */
export interface TransformPlan {
  readonly layout: TransformLayout;
  /** Addresses of the plans of lines along x, y and z. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Working memory of each worker, 16-byte aligned; nothing in it outlasts a call. */
  readonly scratchBytes: number;
}

/** Writes the twiddle tables of a box into kernel memory (a few kilobytes, from the arena, owned by its scope). */
export function planTransform(kernel: Kernel, arena: Arena, layout: TransformLayout): TransformPlan {
  const { rowScratch, columnScratch } = kernelsOf(kernel);
  const lengths = [...new Set([layout.nx, layout.ny, layout.nz])];
  const plans = new Map(lengths.map((n) => [n, planLine(arena, layout.precision, n)]));
  const [x, y, z] = [plans.get(layout.nx)!, plans.get(layout.ny)!, plans.get(layout.nz)!];
  const scratchBytes = Math.max(rowScratch(x), columnScratch(y), columnScratch(z));
  return { layout, x, y, z, scratchBytes };
}

/*
 * The discrete Fourier transform F[k] = Σ V[r] e^(-2πi k·r/N) of a real box, unnormalised, in place at address `data`, in two
 * phases with a barrier between them:
 *   forward: all planes (x, then y), barrier, all columns (z);   inverse: all columns, barrier, all planes.
 * Each phase may be shared out in any chunks, z0 ≤ z < z1 of planes or y0 ≤ y < y1 of columns: the bits do not depend on
 * it. Stockham stages, Rader's or Bluestein's convolution for primes above 31; relative L2 error about 2e-7 (single) and 4e-16 (double),
 * with a convolution about twice that.
 */

/** Forward along x and y: real planes become half spectra of planes. */
export function forwardPlanes(
  kernel: Kernel,
  plan: TransformPlan,
  data: number,
  scratch: number,
  z0: number,
  z1: number,
): void {
  const { layout } = plan;
  const { forwardRowsSingle, forwardRowsDouble } = kernelsOf(kernel);
  const forwardRows = layout.precision === "single" ? forwardRowsSingle : forwardRowsDouble;
  for (let z = z0; z < z1; z++) {
    const plane = planeAddress(layout, data, z);
    forwardRows(plan.x, plane, layout.hs, layout.ny, scratch);
    transformPlaneColumns(kernel, plan, { plane, scratch, direction: "forward" });
  }
}

/** Forward along z, once all planes are done. */
export function forwardColumns(
  kernel: Kernel,
  plan: TransformPlan,
  data: number,
  scratch: number,
  y0: number,
  y1: number,
): void {
  for (let y = y0; y < y1; y++) transformDepth(kernel, plan, { data, scratch, y, direction: "forward" });
}

/** Inverse along z of the first `columns` coefficients of row y of all planes; the others must be 0. */
export function inverseColumnsOf(
  kernel: Kernel,
  plan: TransformPlan,
  { data, scratch, y, columns }: { data: number; scratch: number; y: number; columns: number },
): void {
  transformDepth(kernel, plan, { data, scratch, y, direction: "inverse", columns });
}

/** Inverse along z. */
export function inverseColumns(
  kernel: Kernel,
  plan: TransformPlan,
  data: number,
  scratch: number,
  y0: number,
  y1: number,
): void {
  for (let y = y0; y < y1; y++) transformDepth(kernel, plan, { data, scratch, y, direction: "inverse" });
}

/**
 * Inverse along y and x, once all columns are done: half spectra become real planes, times `scale` (1/(nx·ny·nz) undoes the
 * forward transform). As in every half-spectrum inverse, the spectrum's part that no real box can have is dropped.
 */
export function inversePlanes(
  kernel: Kernel,
  plan: TransformPlan,
  data: number,
  scratch: number,
  z0: number,
  z1: number,
  scale: number,
): void {
  const { layout } = plan;
  const { inverseRowsSingle, inverseRowsDouble } = kernelsOf(kernel);
  const inverseRows = layout.precision === "single" ? inverseRowsSingle : inverseRowsDouble;
  for (let z = z0; z < z1; z++) {
    const plane = planeAddress(layout, data, z);
    transformPlaneColumns(kernel, plan, { plane, scratch, direction: "inverse" });
    inverseRows(plan.x, plane, layout.hs, layout.ny, scale, scratch);
  }
}

/**
 * {@link inversePlanes} of one plane at an address, of which only some rows are brought back along x, the others being left of no meaning;
 * all but the first `columns` coefficients of its rows must be 0.
 */
export function inversePlaneRows(
  kernel: Kernel,
  plan: TransformPlan,
  { plane, scratch, rows, columns, scale }: PlanePass,
): void {
  const { layout } = plan;
  const { inverseRowsSingle, inverseRowsDouble } = kernelsOf(kernel);
  const inverseRows = layout.precision === "single" ? inverseRowsSingle : inverseRowsDouble;
  transformPlaneColumns(kernel, plan, { plane, scratch, direction: "inverse", columns });
  const first = plane + rows.first * layout.rowPitch * elementBytes(layout.precision);
  inverseRows(plan.x, first, layout.hs, rows.count, scale, scratch);
}

interface PlanePass {
  readonly plane: number;
  readonly scratch: number;
  readonly rows: RowSpan;
  readonly columns: number;
  readonly scale: number;
}

/** Neighbouring rows of a plane. */
export interface RowSpan {
  readonly first: number;
  readonly count: number;
}
