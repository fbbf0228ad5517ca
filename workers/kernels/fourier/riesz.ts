import type { Kernel } from "../kernel.ts";
import { elementBytes, type TransformLayout } from "./layout.ts";
import type { RowSpan } from "./transform.ts";

interface RieszKernels {
  rieszRow(
    source: number,
    halfRow: number,
    planePitch: number,
    n: number,
    y: number,
    columns: number,
    band: number,
    perRadius: number,
    v: number,
    g: number,
    alongZ: number,
    targetHalfRow: number,
    targetPlanePitch: number,
    scratch: number,
  ): void;
  rieszPlane(g: number, alongY: number, halfRow: number, n: number): void;
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
  squaredAmplitudes(
    v: number,
    alongX: number,
    alongY: number,
    alongZ: number,
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

/** Three filtered spectra of a cube in single precision: addresses of V, G and Z, see {@link rieszRow}. */
export interface FilteredSpectra {
  readonly layout: TransformLayout<"single">;
  readonly v: number;
  readonly g: number;
  readonly alongZ: number;
}

/**
 * Row y of V = S·F, whose inverse is the band-passed map, of G = −i·S/|k|·F, from which the components of its Riesz transform
 * along x and y are made once it is brought back along z ({@link rieszPlane}), and of Z = k_z·G, that along z: the exact
 * split of a real map. The plane k_z = n/2 of Z is left 0; what it holds is imaginary: {@link nyquistSpectrum}. The first
 * `columns` coefficients of a row are computed; the band must be as good as 0 in the others, which become 0. @param scratch
 * address of n + 2 float64
 */
export function rieszRow(
  kernel: Kernel,
  { layout: from, data }: CubeSpectrum,
  { band, perRadius }: BandTables,
  { layout: to, v, g, alongZ }: FilteredSpectra,
  { y, columns, scratch }: { y: number; columns: number; scratch: number },
): void {
  const write = kernelsOf(kernel).rieszRow;
  const [source, target] = [[data, from.hs, from.planePitch] as const, [to.hs, to.planePitch] as const];
  write(...source, from.nx, y, columns, band, perRadius, v, g, alongZ, ...target, scratch);
}

/**
 * A plane of G that is back along z (n rows of half spectra) becomes k_x·G in place, and another of the same layout k_y·G;
 * each 0 where its k is n/2. @param g @param alongY addresses
 */
export function rieszPlane(kernel: Kernel, layout: TransformLayout<"single">, g: number, alongY: number): void {
  kernelsOf(kernel).rieszPlane(g, alongY, layout.hs, layout.nx);
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

/** Addresses of one plane of the band-passed map and of the real parts of its three components, real rows. */
export interface ComponentPlanes {
  readonly v: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly alongZ: number;
}

/** m² = v² + Σ|v_a|² of some rows of plane z, voxel after voxel. */
export function squaredAmplitudes(
  kernel: Kernel,
  { hs, nx }: TransformLayout<"single">,
  { v, alongX, alongY, alongZ }: ComponentPlanes,
  imaginary: ImaginaryPlanes,
  { z, rows, targets }: SquaredPlane,
): void {
  const square = kernelsOf(kernel).squaredAmplitudes;
  const { regions, inside, outside } = targets;
  const [planes, where] = [[v, alongX, alongY, alongZ] as const, [rows.first, rows.count] as const];
  square(...planes, hs, nx, ...where, regions, inside, outside, z, ...imaginary.data, imaginary.layout.hs);
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
