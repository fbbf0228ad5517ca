import type { Kernel } from "../kernel.ts";
import { elementBytes, planeAddress, type TransformLayout } from "./layout.ts";
import type { RowSpan } from "./transform.ts";

interface RieszKernels {
  rieszRow(
    component: number,
    source: number,
    halfRow: number,
    planePitch: number,
    n: number,
    y: number,
    columns: number,
    table: number,
    target: number,
    targetHalfRow: number,
    targetPlanePitch: number,
    scratch: number,
  ): void;
  nyquistRows(
    source: number,
    rowStep: number,
    columnStep: number,
    gap: number,
    n: number,
    perRadius: number,
    target: number,
    targetHalfRow: number,
  ): void;
  beginSquares(
    plane: number,
    halfRow: number,
    n: number,
    firstRow: number,
    rows: number,
    regions: number,
    inside: number,
    outside: number,
    z: number,
    imaginaryX: number,
    imaginaryY: number,
    imaginaryZ: number,
    imaginaryHalfRow: number,
  ): void;
  addSquares(
    plane: number,
    halfRow: number,
    n: number,
    firstRow: number,
    rows: number,
    regions: number,
    inside: number,
    outside: number,
  ): void;
  accumulateLogs(squares: number, count: number, q: number, weight: number, sums: number): void;
  countAtLeast(values: number, count: number, least: number, counters: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as RieszKernels;

/** A spectrum of a real cube of even size, in double precision. */
export interface CubeSpectrum {
  readonly layout: TransformLayout<"double">;
  readonly data: number;
}

/** Addresses of S and S/|k| by the squared length of the whole-numbered index, float64; the second is 0 at 0. */
export interface BandTables {
  readonly band: number;
  readonly perRadius: number;
}

/** The band-passed map v (0), or its Riesz transform v_a along x (1), y (2) or z (3). */
export type Component = 0 | 1 | 2 | 3;

export const COMPONENTS: readonly Component[] = [0, 1, 2, 3];

/** One component, first as a spectrum and then as a map. */
export interface ComponentVolume {
  readonly layout: TransformLayout<"single">;
  readonly data: number;
}

/**
 * Row y of the spectrum S·F or −i·k_a/|k|·S·F (a = x, y, z): the band-passed map, or a component of its Riesz transform, by the
 * exact split of a real map. The plane k_a = n/2 of v_a is left 0; what it holds is imaginary: {@link nyquistSpectrum}. The
 * first `columns` coefficients of a row are computed; the band must be as good as 0 in the others, which become 0. @param scratch
 * address of n/2 + 1 float64
 */
export function rieszRow(
  kernel: Kernel,
  { layout: from, data }: CubeSpectrum,
  { band, perRadius }: BandTables,
  { layout: to, data: target }: ComponentVolume,
  { component, y, columns, scratch }: { component: Component; y: number; columns: number; scratch: number },
): void {
  const table = component === 0 ? band : perRadius;
  const write = kernelsOf(kernel).rieszRow;
  write(component, data, from.hs, from.planePitch, from.nx, y, columns, table, target, to.hs, to.planePitch, scratch);
}

/** A plane of two axes of the cube, as spectrum and as real rows. */
export interface ImaginaryPlanes {
  readonly layout: TransformLayout<"single">;
  /** Addresses of Im v_x over (z, y), Im v_y over (z, x) and Im v_z over (y, x), rows first; each is the same, but for its sign, all along its axis. */
  readonly data: readonly [x: number, y: number, z: number];
}

/** The half spectrum of Im v_a for axis 0 (x), 1 or 2: ½n·S/|k|·F on the plane k_a = n/2. */
export function nyquistSpectrum(
  kernel: Kernel,
  { layout: from, data }: CubeSpectrum,
  { perRadius }: BandTables,
  planes: ImaginaryPlanes,
  axis: 0 | 1 | 2,
): void {
  const write = kernelsOf(kernel).nyquistRows;
  const value = elementBytes("double");
  const [row, plane] = [from.rowPitch * value, from.planePitch * value];
  const half = from.nx / 2;
  const [start, rowStep, columnStep] = (
    [
      [half * value, plane, row],
      [half * row, plane, value],
      [half * plane, row, value],
    ] as const
  )[axis];
  const gap = from.hs * value;
  write(data + start, rowStep, columnStep, gap, from.nx, perRadius, planes.data[axis], planes.layout.hs);
}

/** Where the voxels of a plane go: float64 addresses for those of its first and of its second region. */
export interface AmplitudeTargets {
  /** Address of the plane's region bytes: 1, 2, or 0 for voxels that are passed over. */
  readonly regions: number;
  readonly inside: number;
  readonly outside: number;
}

/** Rows of plane z whose voxels are measured, and where they go. */
export interface SquaredPlane {
  readonly z: number;
  readonly rows: RowSpan;
  readonly targets: AmplitudeTargets;
}

/** m² ← v² + Σ(Im v_a)² over the three axes, of some rows of plane z, voxel after voxel; v is component 0. */
export function beginSquares(
  kernel: Kernel,
  { layout, data }: ComponentVolume,
  imaginary: ImaginaryPlanes,
  { z, rows, targets }: SquaredPlane,
): void {
  const [x, y, zPlane] = imaginary.data;
  const plane = planeAddress(layout, data, z);
  const { regions, inside, outside } = targets;
  const begin = kernelsOf(kernel).beginSquares;
  const { hs } = imaginary.layout;
  begin(plane, layout.hs, layout.nx, rows.first, rows.count, regions, inside, outside, z, x, y, zPlane, hs);
}

/** m² ← m² + (Re v_a)² of one component. In place, the same rows and voxels. */
export function addSquares(
  kernel: Kernel,
  { layout, data }: ComponentVolume,
  { z, rows, targets }: SquaredPlane,
): void {
  const { regions, inside, outside } = targets;
  const plane = planeAddress(layout, data, z);
  kernelsOf(kernel).addSquares(plane, layout.hs, layout.nx, rows.first, rows.count, regions, inside, outside);
}

/** Adds weight·ln(m²/(m + q)) of `count` squared amplitudes to as many float64 at `sums`, in place. */
export function accumulateLogs(
  kernel: Kernel,
  { squares, count }: { squares: number; count: number },
  { q, weight, sums }: { q: number; weight: number; sums: number },
): void {
  kernelsOf(kernel).accumulateLogs(squares, count, q, weight, sums);
}

/** Adds one to the uint16 at `counters` of each of `count` squared amplitudes that is at least `least`. */
export function countAtLeast(
  kernel: Kernel,
  { squares, count }: { squares: number; count: number },
  { least, counters }: { least: number; counters: number },
): void {
  kernelsOf(kernel).countAtLeast(squares, count, least, counters);
}
