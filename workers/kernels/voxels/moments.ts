import type { Kernel } from "../kernel.ts";
import type { Plane } from "./plane.ts";

interface MomentKernels {
  planeMoments(plane: number, nx: number, ny: number, shift: number, rows: number, columns: number): void;
}

/** Float64 words of one plane's moments: ny sums of d, ny of d², then nx and nx for the columns. */
export function momentWords(nx: number, ny: number): number {
  return 2 * (nx + ny);
}

/**
 * Sums along the rows and the columns of a plane of d = v − shift and of d², in float64: ny row sums Σd, ny Σd², nx column
 * sums Σd, nx Σd², {@link momentWords} float64 at `out` (8-byte aligned), overwritten. Equal slices give equal sums, bit
 * for bit, whatever their place in the box. {@link combineMoments} turns the planes of a map into slices.
 */
export function planeMoments(
  kernel: Kernel,
  { address, nx, ny }: Plane,
  { shift, out }: { shift: number; out: number },
): void {
  const { planeMoments } = kernel.exports as unknown as MomentKernels;
  planeMoments(address, nx, ny, shift, out, out + 16 * ny);
}
