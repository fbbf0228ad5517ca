type Triple = readonly [number, number, number];

/** A map to be written; only what a test is about needs to be said. */
export interface MrcSpec {
  /** Voxels along x, y, z. Default 4, 3, 2. */
  readonly box?: Triple;
  /** Map value of voxel x, y, z. Default: its position in memory order. */
  readonly value?: (x: number, y: number, z: number) => number;
  /** Default 2. */
  readonly mode?: number;
  /** Default "little". */
  readonly byteOrder?: "little" | "big";
  /** MAPC, MAPR, MAPS. Default 1, 2, 3. */
  readonly axes?: Triple;
  /** Å along x, y, z. Default 2 Å a voxel. */
  readonly cell?: Triple;
  /** Degrees. Default right angles. */
  readonly angles?: Triple;
  /** MX, MY, MZ. Default the box. */
  readonly sampling?: Triple;
  /** NXSTART, NYSTART, NZSTART, along columns, rows, sections. Default 0. */
  readonly start?: Triple;
  /** Å. Default 0. */
  readonly origin?: Triple;
  /** ISPG. Default 1. */
  readonly spaceGroup?: number;
  /** Volumes written one after another, each with `value` + 1000 × its number; NZ counts them all. Default 1. */
  readonly volumes?: number;
  /** Default none. */
  readonly extendedHeader?: Uint8Array;
  /** Default the stamp of the byte order. */
  readonly stamp?: readonly number[];
  /** Default "MAP ". */
  readonly mapWord?: string;
  /** DMIN, DMAX, DMEAN. Default those of the values. */
  readonly statistics?: Triple;
  readonly labels?: readonly string[];
  /** Other integer words, by their number counted from 1; written last. */
  readonly words?: Readonly<Record<number, number>>;
  /** Bytes after the last voxel. Default 0. */
  readonly extraBytes?: number;
}

const HEADER = 1024;

/** The bytes of an MRC2014 file. Values have to be representable in the mode; mode 3 and 4 are written as zeros. */
export function makeMrc(spec: MrcSpec = {}): Uint8Array<ArrayBuffer> {
  const mode = spec.mode ?? 2;
  const rows = makeRows(spec);
  const extended = spec.extendedHeader ?? new Uint8Array(0);
  const rowBytes = Math.ceil((rows[0].length * (BITS[mode] ?? 8)) / 8);
  const file = new Uint8Array(HEADER + extended.length + rows.length * rowBytes + (spec.extraBytes ?? 0));
  const view = new DataView(file.buffer);
  const little = (spec.byteOrder ?? "little") === "little";
  writeHeader(file, spec, { mode, values: rows.flat(), extendedBytes: extended.length });
  file.set(extended, HEADER);
  rows.forEach((row, r) => {
    const at = HEADER + extended.length + r * rowBytes;
    row.forEach((value, column) => {
      writeValue(view, { mode, at, column, value, little });
    });
  });
  return file;
}

/** The voxels that reading {@link makeMrc} gives, x fastest. */
export function valuesOf(spec: MrcSpec = {}): Float32Array {
  const [nx, ny, nz] = spec.box ?? DEFAULT_BOX;
  const value = spec.value ?? inMemoryOrder([nx, ny, nz]);
  return Float32Array.from({ length: nx * ny * nz }, (_, i) =>
    value(i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))),
  );
}

const DEFAULT_BOX: Triple = [4, 3, 2];
const BITS: Readonly<Record<number, number>> = { 0: 8, 1: 16, 2: 32, 3: 32, 4: 64, 6: 16, 12: 16, 101: 4 };

function inMemoryOrder([nx, ny]: Triple): (x: number, y: number, z: number) => number {
  return (x, y, z) => x + nx * (y + ny * z);
}

function makeRows(spec: MrcSpec): number[][] {
  const box = spec.box ?? DEFAULT_BOX;
  const value = spec.value ?? inMemoryOrder(box);
  const axes = spec.axes ?? [1, 2, 3];
  const [columns, rows, sections] = axes.map((axis) => box[axis - 1]);
  const valueAt = (column: number, row: number, section: number) => {
    const voxel = [0, 0, 0];
    [column, row, section].forEach((index, i) => {
      voxel[axes[i] - 1] = index;
    });
    return value(voxel[0], voxel[1], voxel[2]);
  };
  return Array.from({ length: rows * sections * (spec.volumes ?? 1) }, (_, r) => {
    const volume = Math.floor(r / (rows * sections));
    const section = Math.floor(r / rows) % sections;
    return Array.from({ length: columns }, (_, c) => valueAt(c, r % rows, section) + 1000 * volume);
  });
}

interface HeaderFacts {
  readonly mode: number;
  readonly values: readonly number[];
  readonly extendedBytes: number;
}

function writeHeader(file: Uint8Array<ArrayBuffer>, spec: MrcSpec, facts: HeaderFacts): void {
  const view = new DataView(file.buffer);
  const little = (spec.byteOrder ?? "little") === "little";
  const ints = (word: number, values: readonly number[]) =>
    values.forEach((value, i) => {
      view.setInt32(4 * (word - 1 + i), value, little);
    });
  const reals = (word: number, values: readonly number[]) =>
    values.forEach((value, i) => {
      view.setFloat32(4 * (word - 1 + i), value, little);
    });
  const text = (at: number, value: string) =>
    file.set(
      [...value].map((char) => char.charCodeAt(0)),
      at,
    );

  const box = spec.box ?? DEFAULT_BOX;
  const axes = spec.axes ?? [1, 2, 3];
  const [columns, rows, sections] = [axes[0], axes[1], axes[2]].map((axis) => box[axis - 1]);
  const labels = spec.labels ?? [];
  ints(1, [columns, rows, sections * (spec.volumes ?? 1), facts.mode]);
  ints(5, spec.start ?? [0, 0, 0]);
  ints(8, spec.sampling ?? box);
  reals(11, spec.cell ?? box.map((side) => 2 * side));
  reals(14, spec.angles ?? [90, 90, 90]);
  ints(17, axes);
  reals(20, spec.statistics ?? statisticsOf(facts.values));
  ints(23, [spec.spaceGroup ?? 1, facts.extendedBytes]);
  ints(28, [20140]);
  reals(50, spec.origin ?? [0, 0, 0]);
  text(208, spec.mapWord ?? "MAP ");
  file.set(spec.stamp ?? (little ? [0x44, 0x44, 0, 0] : [0x11, 0x11, 0, 0]), 212);
  ints(56, [labels.length]);
  labels.forEach((label, i) => {
    text(224 + 80 * i, label.padEnd(80));
  });
  for (const [word, value] of Object.entries(spec.words ?? {})) ints(Number(word), [value]);
}

function statisticsOf(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [min, max] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return [min, max, mean];
}

interface Cell {
  readonly mode: number;
  readonly at: number;
  readonly column: number;
  readonly value: number;
  readonly little: boolean;
}

function writeValue(view: DataView, { mode, at, column, value, little }: Cell): void {
  if (mode === 0) view.setInt8(at + column, value);
  if (mode === 1) view.setInt16(at + 2 * column, value, little);
  if (mode === 2) view.setFloat32(at + 4 * column, value, little);
  if (mode === 6) view.setUint16(at + 2 * column, value, little);
  if (mode === 12) view.setUint16(at + 2 * column, halfBits(value), little);
  if (mode === 101) {
    const byte = at + (column >> 1);
    view.setUint8(byte, view.getUint8(byte) | (value << (4 * (column & 1))));
  }
}

/** IEEE 754 binary16 of a number that it holds exactly. */
export function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  const exponent = size < 2 ** -14 ? -15 : Math.floor(Math.log2(size));
  if (exponent === -15) return sign | (size * 2 ** 24);
  return sign | ((exponent + 15) << 10) | ((size / 2 ** exponent - 1) * 1024);
}

/** The bytes cut at places that a seeded generator draws, pieces of 1 byte among them. */
export function cutAnywhere(bytes: Uint8Array, random: () => number, longest = 200): Uint8Array<ArrayBuffer>[] {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + Math.floor((random() + 0.5) ** 2 * longest);
    pieces.push(new Uint8Array(bytes.subarray(at, at + length)));
    at += length;
  }
  return pieces;
}
