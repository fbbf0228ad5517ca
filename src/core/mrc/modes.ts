import { MapError } from "../errors.ts";

/** How one map value is stored: MODE of MRC2014, with 101 as IMOD defines it. */
export interface VoxelEncoding {
  readonly mode: number;
  readonly name: "int8" | "int16" | "float32" | "uint16" | "float16" | "uint4";
  readonly bits: 4 | 8 | 16 | 32;
}

/** The encodings that are read; mode 0 is signed, as MRC2014 says. */
export const ENCODINGS: readonly VoxelEncoding[] = [
  { mode: 0, name: "int8", bits: 8 },
  { mode: 1, name: "int16", bits: 16 },
  { mode: 2, name: "float32", bits: 32 },
  { mode: 6, name: "uint16", bits: 16 },
  { mode: 12, name: "float16", bits: 16 },
  { mode: 101, name: "uint4", bits: 4 },
];

const UNREAD = new Map([
  [3, "complex values of two 16-bit integers: a Fourier transform, not a map"],
  [4, "complex values of two 32-bit floats: a Fourier transform, not a map"],
]);

/** The encoding of a MODE word. Throws `map.unsupportedMode`, which names modes 3 and 4 for what they are. */
export function encodingOfMode(mode: number): VoxelEncoding {
  const encoding = ENCODINGS.find((candidate) => candidate.mode === mode);
  if (encoding !== undefined) return encoding;
  const meaning = UNREAD.get(mode) ?? "values of a kind that MRC2014 does not define";
  const known = ENCODINGS.map((candidate) => candidate.mode);
  throw new MapError(
    "map.unsupportedMode",
    `The header says mode ${mode}: ${meaning}. Modes ${known.slice(0, -1).join(", ")} and ${known.at(-1)} are read; convert the file to mode 2.`,
    { mode, supported: known },
  );
}

/** Bytes of one row of `columns` values; rows of mode 101 are padded to whole bytes (IMOD, "MRC format", mode 101). */
export function bytesPerRow(encoding: VoxelEncoding, columns: number): number {
  return Math.ceil((columns * encoding.bits) / 8);
}
