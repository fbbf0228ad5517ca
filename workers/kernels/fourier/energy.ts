import type { Triple } from "../../../src/core/volume/grid.ts";
import type { Kernel } from "../kernel.ts";
import { planeAddress, type TransformLayout } from "./layout.ts";

interface EnergyKernels {
  passRow(
    source: number,
    halfRow: number,
    planePitch: number,
    sourceX: number,
    sourceY: number,
    sourceZ: number,
    target: number,
    targetHalfRow: number,
    targetPlanePitch: number,
    targetX: number,
    targetY: number,
    targetZ: number,
    y: number,
    columns: number,
    perX: number,
    perY: number,
    perZ: number,
    first: number,
    rate: number,
    table: number,
    entries: number,
  ): void;
  squareRows(rows: number, halfRow: number, ny: number): void;
}

const kernelsOf = (kernel: Kernel) => kernel.exports as unknown as EnergyKernels;

/** A half spectrum, in single precision. */
export interface SingleSpectrum {
  readonly layout: TransformLayout<"single">;
  readonly data: number;
}

/** A radial transfer function in kernel memory: `entries` float64 at `address`. */
export interface KernelTable {
  readonly address: number;
  readonly entries: number;
  /** 1/Å, of the first entry. */
  readonly first: number;
  /** Entries per 1/Å. */
  readonly rate: number;
}

/**
 * Row y of all planes of another sampling of the same box: F·w(s), w linear in the table and 0 outside of it. Coefficients
 * that either sampling has at or beyond its Nyquist frequency become 0, and all from `columns` on. @param lengths edges, Å
 */
export function passRow(
  kernel: Kernel,
  { source, target }: { source: SingleSpectrum; target: SingleSpectrum },
  { table, lengths, y, columns }: { table: KernelTable; lengths: Triple; y: number; columns: number },
): void {
  const [from, to] = [source.layout, target.layout];
  const [x2, y2, z2] = lengths.map((length) => 1 / (length * length)) as [number, number, number];
  const { passRow: pass } = kernelsOf(kernel);
  const { first, rate, address, entries } = table;
  pass(
    source.data,
    from.hs,
    from.planePitch,
    from.nx,
    from.ny,
    from.nz,
    target.data,
    to.hs,
    to.planePitch,
    to.nx,
    to.ny,
    to.nz,
    y,
    columns,
    x2,
    y2,
    z2,
    first,
    rate,
    address,
    entries,
  );
}

/** v ← v² in plane z, in place. */
export function squarePlane(kernel: Kernel, { layout, data }: SingleSpectrum, z: number): void {
  kernelsOf(kernel).squareRows(planeAddress(layout, data, z), layout.hs, layout.ny);
}
