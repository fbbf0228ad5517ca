import type { Triple } from "../../../src/core/volume/grid.ts";
import type { Kernel } from "../kernel.ts";
import type { RunTables } from "./runs.ts";

interface ComponentKernels {
  uniteRuns(ny: number, nz: number, rows: number, runs: number, labels: number): number;
  componentSizes(runs: number, labels: number, runCount: number, componentCount: number, sizes: number): void;
  paintComponent(
    nx: number,
    firstRow: number,
    rowCount: number,
    rows: number,
    runs: number,
    labels: number,
    label: number,
    mask: number,
  ): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as ComponentKernels;

/** Runs with the label of each: uint32 in the kernel memory, one a run, owned by the caller. */
export interface LabelledRuns extends RunTables {
  readonly labels: number;
}

/**
 * Labels the 26-connected components of a map's runs, for one worker. Labels count from 1 in raster order of a
 * component's first voxel, the numbering of scipy.ndimage.label. Writes the label table; allocates nothing.
 *
 * Union-find over runs (Rosenfeld & Pfaltz 1966; the smaller root wins, paths are halved). Not the directed flood fill of
 * the program behind VRS, whose components differ on rare shapes.
 * @returns components
 */
export function uniteRuns(kernel: Kernel, [, ny, nz]: Triple, { rows, runs, labels }: LabelledRuns): number {
  return kernelsOf(kernel).uniteRuns(ny, nz, rows, runs, labels) >>> 0;
}

/** Voxels of each component, label 1 first: uint32 words at `sizes` (4-byte aligned), overwritten. */
export function componentSizes(
  kernel: Kernel,
  { runs, labels }: Pick<LabelledRuns, "runs" | "labels">,
  { runCount, componentCount, sizes }: { runCount: number; componentCount: number; sizes: number },
): void {
  kernelsOf(kernel).componentSizes(runs, labels, runCount, componentCount, sizes);
}

/** Label of the component with most voxels; the lowest label wins ties, 0 where there is none. `sizes` are label 1 first. */
export function largestComponent(sizes: Uint32Array): number {
  let largest = 0;
  for (let i = 1; i < sizes.length; i++) if (sizes[i]! > sizes[largest]!) largest = i;
  return sizes.length === 0 ? 0 : largest + 1;
}

/**
 * Plane z of the mask of one component: nx·ny bytes, 1 inside and 0 outside, at their place in the whole volume's mask at
 * `mask`.
 */
export function paintComponent(
  kernel: Kernel,
  { rows, runs, labels }: LabelledRuns,
  { box, z, label, mask }: { box: Triple; z: number; label: number; mask: number },
): void {
  const [nx, ny] = box;
  kernelsOf(kernel).paintComponent(nx, z * ny, ny, rows, runs, labels, label, mask);
}
