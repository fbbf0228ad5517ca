import { MapError } from "../errors.ts";
import type { Triple } from "../volume/grid.ts";
import type { CellShape } from "./cell.ts";
import { HEADER_BYTES, type MrcHeader } from "./header.ts";
import { counted, inWords, withDecimals } from "./wording.ts";

/** What the bytes counted are: the file's own, those it unpacked to, or the most that it could unpack to. */
export type CountedContent = "asGiven" | "unpacked" | "atMost";

/** `map.truncated`: bytes as unpacked, `expected` from the header, `found` in the file; fields also say `missing`. */
export function truncatedError(expected: number, found: number, content: CountedContent): MapError {
  const missing = expected - found;
  const verb = { asGiven: "has", unpacked: "unpacks to", atMost: "cannot unpack to more than" }[content];
  return new MapError(
    "map.truncated",
    `The file ends too early: ${counted(missing, "byte")} of ${inWords(expected)} are missing. It ${verb} ${inWords(found)}. Download or copy it again.`,
    { expected, found, missing },
  );
}

/** `map.notAMap` for bytes that cannot be an MRC header; `start` is the beginning of the unpacked file. */
export function notAMapError(start: Uint8Array): MapError {
  const advice = "Choose an MRC or CCP4 map.";
  if (start.length === 0) return new MapError("map.notAMap", `The file is empty. ${advice}`, { found: 0 });
  const kind = foreignKind(start);
  if (kind !== null)
    return new MapError("map.notAMap", `This is ${kind}, not a map in MRC format. ${advice}`, { kind });
  if (start.length < HEADER_BYTES) {
    const sentence = `The file has ${counted(start.length, "byte")}; the header of a map alone takes ${HEADER_BYTES}. ${advice}`;
    return new MapError("map.notAMap", sentence, { found: start.length });
  }
  return new MapError("map.notAMap", `The first ${HEADER_BYTES} bytes are no MRC header. ${advice}`);
}

/** `map.nonFinite`, for values found by the statistics; `firstIndex` is x, y, z, the first in memory order. */
export function nonFiniteError(count: number, firstIndex: Triple): MapError {
  const where = firstIndex.map(inWords).join(", ");
  const what = count === 1 ? "1 map value is" : `${inWords(count)} map values are`;
  return new MapError(
    "map.nonFinite",
    `${what} infinite or not a number, the first at voxel ${where}. Nothing was measured: such values spread into every sum. Write the map again without them.`,
    { count, firstIndex },
  );
}

/** Throws `map.crystal` unless the cell has right angles, as the box of a single particle has. */
export function assertSingleParticle(map: { readonly header: MrcHeader; readonly cell: CellShape }): void {
  if (map.cell === "orthogonal") return;
  const { alpha, beta, gamma } = map.header.cellb;
  const angles = [alpha, beta, gamma];
  throw new MapError(
    "map.crystal",
    `The cell angles are ${angles.map((angle) => withDecimals(angle, 1)).join(", ")}°: a crystal, not a single particle. Its header and slices can be inspected; the checks do not apply.`,
    { angles: angles.map((angle) => (Number.isFinite(angle) ? angle : 0)), ispg: map.header.ispg },
  );
}

const FOREIGN: readonly (readonly [signature: string, kind: string])[] = [
  [":-)", "a BRIX map"],
  ["\x89HDF", "an HDF5 file"],
  ["\x89PNG", "a PNG picture"],
  ["II*\0", "a TIFF picture"],
  ["MM\0*", "a TIFF picture"],
  ["\xfd7zXZ", "an xz archive"],
  ["\x28\xb5\x2f\xfd", "a Zstandard archive"],
  ["7z\xbc\xaf", "a 7z archive"],
  ["%PDF", "a PDF document"],
  ["HEADER", "an atomic model in PDB format"],
  ["CRYST1", "an atomic model in PDB format"],
  ["REMARK", "an atomic model in PDB format"],
  ["ATOM  ", "an atomic model in PDB format"],
  ["data_", "an mmCIF file"],
  ["<", "a web page or XML file"],
];

function foreignKind(start: Uint8Array): string | null {
  const matches = (signature: string) => [...signature].every((char, i) => start[i] === char.charCodeAt(0));
  return FOREIGN.find(([signature]) => matches(signature))?.[1] ?? null;
}
