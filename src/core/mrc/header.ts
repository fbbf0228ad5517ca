/** Bytes of an MRC2014 main header. */
export const HEADER_BYTES = 1024;

export type ByteOrder = "little" | "big";

export interface HeaderTriple {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/**
 * The main header word for word, under MRC2014's own names in lower case (as the Python package mrcfile writes them).
 * Nothing is repaired here. Lengths in Å, angles in degrees.
 */
export interface MrcHeader {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly mode: number;
  readonly nxstart: number;
  readonly nystart: number;
  readonly nzstart: number;
  readonly mx: number;
  readonly my: number;
  readonly mz: number;
  readonly cella: HeaderTriple;
  readonly cellb: { readonly alpha: number; readonly beta: number; readonly gamma: number };
  readonly mapc: number;
  readonly mapr: number;
  readonly maps: number;
  readonly dmin: number;
  readonly dmax: number;
  readonly dmean: number;
  readonly ispg: number;
  readonly nsymbt: number;
  /** Word 25: in CCP4 files 1 says that a skew transformation follows; MRC2014 leaves it free. */
  readonly lskflg: number;
  readonly exttyp: string;
  readonly nversion: number;
  readonly origin: HeaderTriple;
  readonly map: string;
  readonly machst: readonly number[];
  readonly rms: number;
  readonly nlabl: number;
  readonly labels: readonly string[];
}

/**
 * Reads the words of a header in the byte order given.
 *
 * `bytes` holds at least the first {@link HEADER_BYTES} of the unpacked file. Source: Cheng et al. 2015, MRC2014
 * (J. Struct. Biol. 192, 146); CCP4 map format for LSKFLG. It judges nothing: see `interpretation.ts`.
 */
export function readHeaderWords(bytes: Uint8Array, byteOrder: ByteOrder): MrcHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const little = byteOrder === "little";
  // Words are counted from 1, as the specification counts them.
  const int = (word: number) => view.getInt32(4 * (word - 1), little);
  const real = (word: number) => view.getFloat32(4 * (word - 1), little);
  const triple = (word: number) => ({ x: real(word), y: real(word + 1), z: real(word + 2) });
  const text = (word: number) => latinText(bytes.subarray(4 * (word - 1), 4 * word));
  const nlabl = int(56);
  return {
    nx: int(1),
    ny: int(2),
    nz: int(3),
    mode: int(4),
    nxstart: int(5),
    nystart: int(6),
    nzstart: int(7),
    mx: int(8),
    my: int(9),
    mz: int(10),
    cella: triple(11),
    cellb: { alpha: real(14), beta: real(15), gamma: real(16) },
    mapc: int(17),
    mapr: int(18),
    maps: int(19),
    dmin: real(20),
    dmax: real(21),
    dmean: real(22),
    ispg: int(23),
    nsymbt: int(24),
    lskflg: int(25),
    exttyp: text(27),
    nversion: int(28),
    origin: triple(50),
    map: text(53),
    machst: [...bytes.subarray(212, 216)],
    rms: real(55),
    nlabl,
    labels: readLabels(bytes, nlabl),
  };
}

const LABELS_AT = 224;
const LABEL_BYTES = 80;
const LABELS = 10;

function readLabels(bytes: Uint8Array, nlabl: number): string[] {
  const count = Math.min(Math.max(nlabl, 0), LABELS);
  return Array.from({ length: count }, (_, i) => {
    const start = LABELS_AT + i * LABEL_BYTES;
    return latinText(bytes.subarray(start, start + LABEL_BYTES));
  });
}

/** Latin-1, up to the first NUL, trailing spaces off; control characters become "?". */
function latinText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const kept = end < 0 ? bytes : bytes.subarray(0, end);
  const printable = (code: number) => (code < 32 || (code > 126 && code < 160) ? 63 : code);
  return String.fromCharCode(...kept.map(printable)).trimEnd();
}
