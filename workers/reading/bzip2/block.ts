import type { BitReader } from "./bit-reader.ts";
import { buildTable, type HuffmanTable, LONGEST_CODE, readSymbol } from "./huffman.ts";

/** A block before its Burrows-Wheeler transform is undone. */
export interface Block {
  /** `length` bytes of the last column in the low 8 bits of the entries. */
  readonly column: Uint32Array;
  readonly length: number;
  /** Row of the sorted rotations that is the text. */
  readonly origin: number;
}

/** What a block says that cannot be; the caller gives it words. */
export class BlockFault extends Error {}

const GROUP = 50;
const RUN_A = 0;
const RUN_B = 1;

/**
 * Reads a block after its mark and CRC: tables, Huffman codes, runs of the front symbol and move-to-front.
 *
 * `column` is overwritten; its length, 900 000 at most, bounds the block. Throws {@link BlockFault}. Source: bzip2 1.0.8,
 * as described in J. Tsai, "BZIP2: format specification" (2016).
 */
export function readBlock(bits: BitReader, column: Uint32Array): Block {
  // Only bzip2 before 0.9.5 set the bit.
  if (bits.read(1) === 1) throw new BlockFault("its blocks are randomised, as bzip2 0.9.0 wrote them");
  const origin = bits.read(24);
  const used = readUsedBytes(bits);
  const alphabet = used.length + 2;
  const tableCount = bits.read(3);
  if (tableCount < 2 || tableCount > 6 || used.length === 0) throw new BlockFault("a block has no tables");
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () => buildTable(readLengths(bits, alphabet)));
  const length = readColumn(bits, { column, front: used, endSymbol: alphabet - 1, selectors, tables });
  if (origin >= length) throw new BlockFault("a block has no start");
  return { column, length, origin };
}

function readUsedBytes(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const ranges = bits.read(16);
  for (let range = 0; range < 16; range++) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const members = bits.read(16);
    for (let i = 0; i < 16; i++) if ((members >> (15 - i)) & 1) used.push(16 * range + i);
  }
  return Uint8Array.from(used);
}

function readSelectors(bits: BitReader, tableCount: number): Uint8Array {
  const selectors = new Uint8Array(bits.read(15));
  const order = [0, 1, 2, 3, 4, 5];
  for (let i = 0; i < selectors.length; i++) {
    let rank = 0;
    while (rank < tableCount && bits.read(1) === 1) rank++;
    if (rank >= tableCount) throw new BlockFault("a block names a table that it does not have");
    order.unshift(...order.splice(rank, 1));
    selectors[i] = order[0];
  }
  return selectors;
}

function readLengths(bits: BitReader, alphabet: number): Uint8Array {
  const lengths = new Uint8Array(alphabet);
  let length = bits.read(5);
  for (let symbol = 0; symbol < alphabet; symbol++) {
    while (bits.read(1) === 1) {
      length += bits.read(1) === 0 ? 1 : -1;
      if (length < 1 || length > LONGEST_CODE) break;
    }
    if (length < 1 || length > LONGEST_CODE) throw new BlockFault("a code has an impossible length");
    lengths[symbol] = length;
  }
  return lengths;
}

interface ColumnCoding {
  readonly column: Uint32Array;
  /** Bytes in use, ascending; moved to the front as they come. */
  readonly front: Uint8Array;
  readonly endSymbol: number;
  readonly selectors: Uint8Array;
  readonly tables: readonly HuffmanTable[];
}

function readColumn(bits: BitReader, { column, front, endSymbol, selectors, tables }: ColumnCoding): number {
  let length = 0;
  let run = 0;
  let runWeight = 1;
  for (const selector of selectors) {
    const table = tables[selector];
    for (let i = 0; i < GROUP; i++) {
      const symbol = readSymbol(bits, table);
      if (symbol < 0) throw new BlockFault("a code is not in its table");
      if (symbol <= RUN_B) {
        run += symbol === RUN_A ? runWeight : 2 * runWeight;
        runWeight *= 2;
        if (run > column.length) throw new BlockFault("a block is too long");
        continue;
      }
      if (length + run >= column.length && (symbol !== endSymbol || length + run > column.length)) {
        throw new BlockFault("a block is too long");
      }
      if (run > 0) {
        column.fill(front[0], length, length + run);
        length += run;
        run = 0;
        runWeight = 1;
      }
      if (symbol === endSymbol) return length;
      const rank = symbol - 1;
      const byte = front[rank];
      front.copyWithin(1, 0, rank);
      front[0] = byte;
      column[length++] = byte;
    }
  }
  throw new BlockFault("a block has no end");
}
