import type { BitReader } from "./bit-reader.ts";

/** Longest code that bzip2 writes. */
export const LONGEST_CODE = 20;
/** Codes of up to this many bits are found in one look-up. */
const QUICK_BITS = 10;

/** Decodes the canonical Huffman codes of one table. */
export interface HuffmanTable {
  /** For the next QUICK_BITS bits: symbol × 32 + code length, or 0 where the code is longer. */
  readonly quick: Int32Array;
  /** For each code length: the largest code, or −1 where there is none. */
  readonly limit: Int32Array;
  /** For each code length: index into `symbols` of code 0. */
  readonly base: Int32Array;
  readonly symbols: Int32Array;
}

/** Builds the table of codes with these lengths (1 to 20), shorter codes first and symbols in order within a length. */
export function buildTable(lengths: Uint8Array): HuffmanTable {
  const symbols = new Int32Array(lengths.length);
  const limit = new Int32Array(LONGEST_CODE + 1).fill(-1);
  const base = new Int32Array(LONGEST_CODE + 1);
  const quick = new Int32Array(1 << QUICK_BITS);
  let code = 0;
  let placed = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    code <<= 1;
    base[length] = placed - code;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] !== length) continue;
      if (length <= QUICK_BITS) fillQuick(quick, code, length, symbol);
      symbols[placed++] = symbol;
      limit[length] = code++;
    }
  }
  return { quick, limit, base, symbols };
}

function fillQuick(quick: Int32Array, code: number, length: number, symbol: number): void {
  const start = code << (QUICK_BITS - length);
  quick.fill(symbol * 32 + length, start, start + (1 << (QUICK_BITS - length)));
}

/** Takes one symbol; −1 where the bits are no code of the table. */
export function readSymbol(bits: BitReader, table: HuffmanTable): number {
  const found = table.quick[bits.peek(QUICK_BITS)];
  if (found !== 0) {
    bits.skip(found & 31);
    return found >> 5;
  }
  for (let length = QUICK_BITS + 1; length <= LONGEST_CODE; length++) {
    const code = bits.peek(length);
    if (code > table.limit[length]) continue;
    bits.skip(length);
    return table.symbols[table.base[length] + code] ?? -1;
  }
  return -1;
}
