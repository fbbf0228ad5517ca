import type { DiagnosisLine } from "../../src/core/mrc/finding.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import { createBunzip2 } from "./bzip2.ts";
import { createGunzip } from "./gzip.ts";
import { readRange } from "./read-range.ts";
import { type Compression, compressionOf, SNIFF_BYTES } from "./sniff.ts";
import type { Sink, Unpacker } from "./unpacker.ts";
import { createUnzip } from "./zip.ts";
import { chooseMap, listZip, type ZipEntry } from "./zip-directory.ts";

/** How a source is packed, and the file in it where it is a zip. */
export interface Packing {
  readonly compression: Compression;
  readonly entry: ZipEntry | null;
  /** The most bytes the map can unpack to; not known where the size of the source is not. */
  readonly atMost?: number;
  readonly diagnosis: readonly DiagnosisLine[];
}

/** Bytes that one packed byte can become: deflate's limit, and for bzip2 45.9 MB from a block of some 40 bytes. */
const MOST_EXPANSION = { none: 1, gzip: 1032, bzip2: 1_200_000 };

/** Looks at the start of a source, and for a zip at its directory. Throws `map.compression`, `map.notAMap`. */
export async function findPacking(source: ByteSource): Promise<Packing> {
  const compression = compressionOf(await readRange(source, { start: 0, end: SNIFF_BYTES }));
  if (compression === "zip") return findInZip(source);
  const atMost = source.size === null ? undefined : source.size * MOST_EXPANSION[compression];
  return { compression, entry: null, atMost, diagnosis: compression === "none" ? [] : [unpackedLine(compression)] };
}

/** The unpacker of a packing, into `sink`. */
export async function createUnpacker(source: ByteSource, packing: Packing, sink: Sink): Promise<Unpacker> {
  if (packing.entry !== null) return createUnzip(source, packing.entry, sink);
  if (packing.compression === "gzip") return createGunzip(sink);
  if (packing.compression === "bzip2") return createBunzip2(sink);
  return { push: sink, finish: () => undefined };
}

async function findInZip(source: ByteSource): Promise<Packing> {
  const { entry, maps } = chooseMap(await listZip(source));
  const diagnosis = [unpackedLine(`zip, file ${entry.name}`)];
  if (maps > 1) {
    const message = `The zip holds ${maps} maps; only the first, ${entry.name}, was read.`;
    diagnosis.push({ code: "compression.severalMaps", severity: "warning", message });
  }
  return { compression: "zip", entry, atMost: entry.size, diagnosis };
}

function unpackedLine(format: string): DiagnosisLine {
  const message = `Unpacked from ${format}; its checksums match. The SHA-256 is that of the file as given.`;
  return { code: "compression.unpacked", severity: "info", message };
}
