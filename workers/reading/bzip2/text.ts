import type { Block } from "./block.ts";

/** Takes the bytes of a block's text and gives its CRC. */
export interface TextWriter {
  /** Undoes the transform and the first run-length coding of a block; returns the CRC of what it wrote. */
  write(block: Block): number;
}

const BUFFER = 1 << 16;
const POLYNOMIAL = 0x04c11db7;

/** Writes texts through one buffer into `sink`, which has to use the bytes before it returns. */
export function createTextWriter(sink: (bytes: Uint8Array) => void): TextWriter {
  const buffer = new Uint8Array(BUFFER);
  const crcTable = makeCrcTable();
  return {
    write(block) {
      linkRows(block);
      return writeText(block, { buffer, crcTable, sink });
    },
  };
}

/** Puts into the high 24 bits of each entry the row that follows it in the text; the low 8 bits stay the column. */
function linkRows({ column, length }: Block): void {
  const firstRow = new Uint32Array(256);
  for (let i = 0; i < length; i++) firstRow[column[i]]++;
  for (let byte = 0, sum = 0; byte < 256; byte++) {
    const count = firstRow[byte];
    firstRow[byte] = sum;
    sum += count;
  }
  for (let i = 0; i < length; i++) column[firstRow[column[i] & 255]++] |= i << 8;
}

interface TextOutput {
  readonly buffer: Uint8Array;
  readonly crcTable: Uint32Array;
  readonly sink: (bytes: Uint8Array) => void;
}

/** Four equal bytes are followed by a count of more of them. */
function writeText({ column, length, origin }: Block, { buffer, crcTable, sink }: TextOutput): number {
  let crc = -1;
  let filled = 0;
  let equal = 0;
  let last = -1;
  let entry = column[origin] >>> 8;
  for (let i = 0; i < length; i++) {
    entry = column[entry];
    const byte = entry & 255;
    entry >>>= 8;
    let repeats = 1;
    let value = byte;
    if (equal === 4) {
      repeats = byte;
      value = last;
      equal = 0;
      last = -1;
    } else if (byte === last) equal++;
    else {
      equal = 1;
      last = byte;
    }
    if (filled + repeats > BUFFER) {
      sink(buffer.subarray(0, filled));
      filled = 0;
    }
    for (let k = 0; k < repeats; k++) {
      buffer[filled++] = value;
      crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ value];
    }
  }
  if (filled > 0) sink(buffer.subarray(0, filled));
  return ~crc >>> 0;
}

/** CRC-32 of bzip2: the polynomial of gzip's, but most significant bit first. */
function makeCrcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
    table[byte] = crc;
  }
  return table;
}
