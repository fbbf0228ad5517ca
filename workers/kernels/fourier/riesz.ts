import type { Kernel } from "../kernel.ts";
import { elementBytes, planeAddress, type TransformLayout } from "./layout.ts";
import type { RowSpan } from "./transform.ts";

interface RieszKernels {
  rieszRowSingle(
    source: number,
    halfRow: number,
    planePitch: number,
    n: number,
    y: number,
    columns: number,
    band: number,
    perRadius: number,
    target: number,
    targetHalfRow: number,
    targetPlanePitch: number,
    spacing: number,
  ): void;
  rieszRowDouble: RieszKernels["rieszRowSingle"];
  nyquistRowsSingle(
    source: number,
    rowStep: number,
    columnStep: number,
    gap: number,
    n: number,
    perRadius: number,
    target: number,
    targetHalfRow: number,
  ): void;
  nyquistRowsDouble: RieszKernels["nyquistRowsSingle"];
  squaredAmplitudesSingle(
    plane: number,
    halfRow: number,
    spacing: number,
    n: number,
    z: number,
    firstRow: number,
    rows: number,
    regions: number,
    imaginaryX: number,
    imaginaryY: number,
    imaginaryZ: number,
    imaginaryHalfRow: number,
    inside: number,
    outside: number,
  ): void;
  squaredAmplitudesDouble: RieszKernels["squaredAmplitudesSingle"];
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

/** The four volumes v, v_x, v_y, v_z, first as spectra and then as maps, `spacing` bytes apart. */
export interface RieszVolumes {
  readonly layout: TransformLayout;
  readonly data: number;
  readonly spacing: number;
}

/**
 * Rows y of the four spectra S·F and −i·k_a/|k|·S·F (a = x, y, z): the band-passed map and its Riesz transform, by the exact
 * split of a real map. The planes k_a = n/2 of v_a are left 0; what they hold is imaginary: {@link nyquistSpectrum}. The
 * first `columns` coefficients of a row are computed; the band must be as good as 0 in the others, which become 0.
 */
export function rieszRow(
  kernel: Kernel,
  { layout: from, data }: CubeSpectrum,
  tables: BandTables,
  volumes: RieszVolumes,
  { y, columns }: { y: number; columns: number },
): void {
  const { rieszRowSingle, rieszRowDouble } = kernelsOf(kernel);
  const { layout: to, spacing } = volumes;
  const write = to.precision === "single" ? rieszRowSingle : rieszRowDouble;
  const { band, perRadius } = tables;
  write(
    data,
    from.hs,
    from.planePitch,
    from.nx,
    y,
    columns,
    band,
    perRadius,
    volumes.data,
    to.hs,
    to.planePitch,
    spacing,
  );
}

/** A plane of two axes of the cube, as spectrum and as real rows. */
export interface ImaginaryPlanes {
  readonly layout: TransformLayout;
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
  const { nyquistRowsSingle, nyquistRowsDouble } = kernelsOf(kernel);
  const write = planes.layout.precision === "single" ? nyquistRowsSingle : nyquistRowsDouble;
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

/** m² = v² + |v_x|² + |v_y|² + |v_z|² of some rows of plane z, voxel after voxel. */
export function squaredAmplitudes(
  kernel: Kernel,
  { layout, data, spacing }: RieszVolumes,
  planes: ImaginaryPlanes,
  { z, rows, targets }: { z: number; rows: RowSpan; targets: AmplitudeTargets },
): void {
  const { squaredAmplitudesSingle, squaredAmplitudesDouble } = kernelsOf(kernel);
  const write = layout.precision === "single" ? squaredAmplitudesSingle : squaredAmplitudesDouble;
  const [x, y, zPlane] = planes.data;
  const plane = planeAddress(layout, data, z);
  const { regions, inside, outside } = targets;
  const { hs } = planes.layout;
  write(plane, layout.hs, spacing, layout.nx, z, rows.first, rows.count, regions, x, y, zPlane, hs, inside, outside);
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
