import { MapError } from "../../src/core/errors.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import { readRange } from "./read-range.ts";
import { damaged } from "./unpacker.ts";

/** One file in a zip, as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  /** Bytes packed and unpacked. */
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header starts. */
  readonly offset: number;
}

const END_MARK = 0x06054b50;
const END_BYTES = 22;
const END64_MARK = 0x06064b50;
const LOCATOR64_MARK = 0x07064b50;
const LOCATOR64_BYTES = 20;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

/**
 * Lists the files of a zip from its central directory (APPNOTE 6.3, with zip64), folders left out.
 * Reads the end of the source only. Throws `map.compression` where the directory is missing or cut.
 */
export async function listZip(source: ByteSource): Promise<ZipEntry[]> {
  const size = source.size ?? 0;
  const tailStart = Math.max(0, size - END_BYTES - LOCATOR64_BYTES - LONGEST_COMMENT);
  const tail = viewOf(await readRange(source, { start: tailStart, end: size }));
  const end = findEnd(tail);
  if (end === null) throw damaged("zip", "its directory is missing, so it ends too early");
  const { start, length } = await locateDirectory(source, tail, end);
  const directory = viewOf(await readRange(source, { start, end: start + length }));
  return readEntries(directory).filter((entry) => !entry.name.endsWith("/"));
}

function findEnd(tail: DataView): number | null {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) === END_MARK) return at;
  }
  return null;
}

async function locateDirectory(source: ByteSource, tail: DataView, end: number) {
  const locator = end - LOCATOR64_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR64_MARK) {
    return { length: tail.getUint32(end + 12, true), start: tail.getUint32(end + 16, true) };
  }
  const at = uint64(tail, locator + 8);
  const record = viewOf(await readRange(source, { start: at, end: at + 56 }));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END64_MARK)
    throw damaged("zip", "its directory is missing");
  return { length: uint64(record, 40), start: uint64(record, 48) };
}

function readEntries(directory: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.byteLength && directory.getUint32(at, true) === ENTRY_MARK) {
    const nameBytes = directory.getUint16(at + 28, true);
    const extraBytes = directory.getUint16(at + 30, true);
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw damaged("zip", "its directory is cut");
    entries.push(readEntry(directory, at, nameBytes, extraBytes));
    at = next;
  }
  return entries;
}

function readEntry(directory: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + ENTRY_BYTES, nameBytes);
  const wide = zip64Values(directory, at + ENTRY_BYTES + nameBytes, extraBytes);
  // Zip64 lists only the values that do not fit, in the order unpacked size, packed size, offset.
  const wideOr = (value: number) => (value === IN_ZIP64 ? (wide.shift() ?? value) : value);
  const size = wideOr(directory.getUint32(at + 24, true));
  const packedSize = wideOr(directory.getUint32(at + 20, true));
  const offset = wideOr(directory.getUint32(at + 42, true));
  return {
    name: new TextDecoder().decode(name),
    method: directory.getUint16(at + 10, true),
    encrypted: (directory.getUint16(at + 8, true) & 1) === 1,
    crc32: directory.getUint32(at + 16, true),
    packedSize,
    size,
    offset,
  };
}

function zip64Values(directory: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + directory.getUint16(at + 2, true)) {
    if (directory.getUint16(at, true) !== 1) continue;
    const count = Math.min(Math.floor(directory.getUint16(at + 2, true) / 8), 3);
    const fits = Math.min(count, Math.floor((start + length - at - 4) / 8));
    return Array.from({ length: fits }, (_, i) => uint64(directory, at + 4 + 8 * i));
  }
  return [];
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const uint64 = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

const MAP_NAME = /\.(map|mrc|ccp4)$/i;
/** Copies of file attributes that macOS puts beside each file. */
const SHADOW = /(^|\/)(__MACOSX\/|\._)/;

/** The map in a zip: the first file named .map, .mrc or .ccp4, or the only file. Throws `map.notAMap` without one. */
export function chooseMap(entries: readonly ZipEntry[]): { readonly entry: ZipEntry; readonly maps: number } {
  const files = entries.filter((entry) => !SHADOW.test(entry.name));
  const maps = files.filter((entry) => MAP_NAME.test(entry.name));
  const entry = maps[0] ?? (files.length === 1 ? files[0] : undefined);
  if (entry !== undefined) return { entry, maps: maps.length };
  throw new MapError("map.notAMap", "The zip holds no .map, .mrc or .ccp4 file. Choose the map itself.", {
    files: files.length,
  });
}
