import type { ByteOrder } from "./header.ts";
import type { VoxelEncoding } from "./modes.ts";

/** Where decoded values go: the first at `at`, each next one `step` further. */
export interface Placement {
  readonly target: Float32Array;
  readonly at: number;
  readonly step: number;
}

/** Decodes `count` values that start at byte `offset` of `view`, in place in the target. */
export type RunDecoder = (view: DataView, offset: number, count: number, placement: Placement) => void;

/**
 * The decoder of one encoding of whole bytes. Each value becomes the float32 nearest to it: exact for every mode that
 * is read, with NaN and infinities kept. Mode 101 packs two values in a byte: see {@link decodeNibbles}.
 */
export function runDecoder(encoding: VoxelEncoding, byteOrder: ByteOrder): RunDecoder {
  const little = byteOrder === "little";
  if (encoding.name === "int8") return decodeInt8;
  if (encoding.name === "int16") return (view, offset, count, to) => decodeInt16(view, offset, count, to, little);
  if (encoding.name === "uint16") return (view, offset, count, to) => decodeUint16(view, offset, count, to, little);
  if (encoding.name === "float16") {
    const table = halfTable();
    return (view, offset, count, to) => decodeFloat16(view, offset, count, to, little, table);
  }
  return (view, offset, count, to) => decodeFloat32(view, offset, count, to, little);
}

/**
 * Decodes 4-bit values of mode 101: the low half of a byte comes first (IMOD, "MRC format").
 *
 * `nibble` is the first one wanted, counted from the start of `bytes`; values are 0 to 15.
 */
export function decodeNibbles(bytes: Uint8Array, nibble: number, count: number, placement: Placement): void {
  const { target, step } = placement;
  let at = placement.at;
  for (let i = nibble; i < nibble + count; i++) {
    target[at] = (bytes[i >> 1] >> (4 * (i & 1))) & 15;
    at += step;
  }
}

function decodeInt8(view: DataView, offset: number, count: number, { target, at, step }: Placement): void {
  for (let i = 0, to = at; i < count; i++, to += step) target[to] = view.getInt8(offset + i);
}

function decodeInt16(view: DataView, offset: number, count: number, to: Placement, little: boolean): void {
  const { target, step } = to;
  for (let i = 0, at = to.at; i < count; i++, at += step) target[at] = view.getInt16(offset + 2 * i, little);
}

function decodeUint16(view: DataView, offset: number, count: number, to: Placement, little: boolean): void {
  const { target, step } = to;
  for (let i = 0, at = to.at; i < count; i++, at += step) target[at] = view.getUint16(offset + 2 * i, little);
}

function decodeFloat32(view: DataView, offset: number, count: number, to: Placement, little: boolean): void {
  const { target, step } = to;
  for (let i = 0, at = to.at; i < count; i++, at += step) target[at] = view.getFloat32(offset + 4 * i, little);
}

function decodeFloat16(
  view: DataView,
  offset: number,
  count: number,
  to: Placement,
  little: boolean,
  table: Float32Array,
): void {
  const { target, step } = to;
  for (let i = 0, at = to.at; i < count; i++, at += step) target[at] = table[view.getUint16(offset + 2 * i, little)];
}

/** Every IEEE 754 binary16 value as float32, by its bits; allocates 256 KiB. */
function halfTable(): Float32Array {
  const table = new Float32Array(1 << 16);
  for (let bits = 0; bits < table.length; bits++) table[bits] = halfToNumber(bits);
  return table;
}

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return (sign * fraction) / 2 ** 24;
  // 1 << 30 is the largest power of two that stays positive, and exponents end at 30.
  return (sign * (1024 + fraction) * (1 << exponent)) / 2 ** 25;
}
