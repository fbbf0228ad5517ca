import { type Grid, type Triple, voxelCount } from "../volume/grid.ts";
import { HEADER_BYTES } from "./header.ts";

/** The words that place voxel 0,0,0: NSTART in voxels and ORIGIN in Å, along x, y, z. */
export interface Placement {
  readonly start: Triple;
  readonly origin: Triple;
}

/** What a map file is written from. */
export interface MrcContent {
  /** Its origin is not read: `placement` says it. */
  readonly grid: Grid;
  readonly placement: Placement;
  /** x fastest. Float32 becomes mode 2; bytes, which are at most 127, mode 0. */
  readonly voxels: Float32Array | Uint8Array;
  /** Up to ten, each cut at 80 characters; what is not printable ASCII becomes "?". */
  readonly labels: readonly string[];
}

const NVERSION = 20140;
const RIGHT_ANGLE = 90;
const P1 = 1;
const LITTLE_ENDIAN = [0x44, 0x44, 0, 0];

/**
 * A map as the bytes of an MRC2014 file: little-endian, axes x, y, z, cell = box × voxel size, statistics of all voxels
 * (RMS about the mean), no extended header. Equal content gives equal bytes. Allocates the whole file.
 * Source: Cheng et al. 2015 (J. Struct. Biol. 192, 146).
 */
export function writeMrc(content: MrcContent): Uint8Array<ArrayBuffer> {
  const { voxels } = content;
  const file = new Uint8Array(HEADER_BYTES + voxels.byteLength);
  writeHeader(file, content);
  file.set(new Uint8Array(voxels.buffer, voxels.byteOffset, voxels.byteLength), HEADER_BYTES);
  return file;
}

function writeHeader(file: Uint8Array<ArrayBuffer>, { grid, placement, voxels, labels }: MrcContent): void {
  const view = new DataView(file.buffer);
  // Words are counted from 1, as the specification counts them.
  const ints = (word: number, values: readonly number[]) => {
    for (const [i, value] of values.entries()) view.setInt32(4 * (word - 1 + i), value, true);
  };
  const reals = (word: number, values: readonly number[]) => {
    for (const [i, value] of values.entries()) view.setFloat32(4 * (word - 1 + i), value, true);
  };
  const { box, voxelSize } = grid;
  const { min, max, mean, rms } = statisticsOf(voxels, voxelCount(box));
  ints(1, [...box, voxels instanceof Float32Array ? 2 : 0, ...placement.start, ...box]);
  reals(11, [box[0] * voxelSize[0], box[1] * voxelSize[1], box[2] * voxelSize[2]]);
  reals(14, [RIGHT_ANGLE, RIGHT_ANGLE, RIGHT_ANGLE]);
  ints(17, [1, 2, 3]);
  reals(20, [min, max, mean]);
  ints(23, [P1]);
  ints(28, [NVERSION]);
  reals(50, placement.origin);
  file.set(asciiBytes("MAP ", 4), 208);
  file.set(LITTLE_ENDIAN, 212);
  reals(55, [rms]);
  const written = labels.slice(0, 10);
  ints(56, [written.length]);
  for (const [i, label] of written.entries()) file.set(asciiBytes(label, 80), 224 + 80 * i);
}

function statisticsOf(voxels: Float32Array | Uint8Array, count: number) {
  let [min, max, sum] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let i = 0; i < count; i++) {
    const value = voxels[i]!;
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
  }
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const deviation = voxels[i]! - mean;
    squares += deviation * deviation;
  }
  return { min, max, mean, rms: Math.sqrt(squares / count) };
}

function asciiBytes(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(32);
  for (const [i, character] of [...text].slice(0, length).entries()) {
    const code = character.codePointAt(0)!;
    bytes[i] = code < 32 || code > 126 ? 63 : code;
  }
  return bytes;
}
