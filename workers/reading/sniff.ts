/** How a file is packed, told by its first bytes and never by its name. */
export type Compression = "none" | "gzip" | "bzip2" | "zip";

/** Bytes from the start of a file that {@link compressionOf} looks at. */
export const SNIFF_BYTES = 10;

const GZIP = [0x1f, 0x8b, 0x08];
const BZIP2 = [0x42, 0x5a, 0x68];
// The digits of π that open a block, and those of √π that close a stream without any.
const BZIP2_MARKS = [
  [0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  [0x17, 0x72, 0x45, 0x38, 0x50, 0x90],
];
const ZIP_MARKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

/** The compression of a file that starts with these bytes. */
export function compressionOf(start: Uint8Array): Compression {
  const has = (mark: readonly number[], at = 0) => mark.every((byte, i) => start[at + i] === byte);
  if (has(GZIP)) return "gzip";
  if (has(BZIP2) && BZIP2_MARKS.some((mark) => has(mark, 4))) return "bzip2";
  if (ZIP_MARKS.some((mark) => has(mark))) return "zip";
  return "none";
}
