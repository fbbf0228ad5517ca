import { diagnoseHeader } from "../../src/core/mrc/diagnosis.ts";
import type { DiagnosisLine } from "../../src/core/mrc/finding.ts";
import { HEADER_BYTES } from "../../src/core/mrc/header.ts";
import { interpretHeader, type MapLayout } from "../../src/core/mrc/interpretation.ts";
import { truncatedError } from "../../src/core/mrc/refusals.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import type { Compression } from "./sniff.ts";
import { createUnpacker, findPacking, type Packing } from "./unpack.ts";

export interface ReadHeader {
  readonly layout: MapLayout;
  readonly compression: Compression;
  readonly diagnosis: readonly DiagnosisLine[];
}

/** Packed bytes unpacked between two looks at what came out. */
const STEP = 4096;

/**
 * Reads and interprets the header alone: of a plain file 1024 bytes, of a packed one as much as unpacks to them.
 *
 * `voxelSize` (Å) takes the place of the header's. Rejects as `readMap` does for a header and, where the size of a plain
 * file is known, with `map.truncated`. Checksums of packed files are not checked.
 */
export async function readHeader(
  source: ByteSource,
  options: { readonly voxelSize?: number } = {},
): Promise<ReadHeader> {
  const packing = await findPacking(source);
  const layout = interpretHeader(await unpackStart(source, packing), options);
  if (packing.compression === "none" && source.size !== null && source.size < layout.fileBytes) {
    throw truncatedError(layout.fileBytes, source.size, "asGiven");
  }
  return { layout, compression: packing.compression, diagnosis: diagnoseHeader(layout) };
}

async function unpackStart(source: ByteSource, packing: Packing): Promise<Uint8Array> {
  const start = new Uint8Array(HEADER_BYTES);
  let filled = 0;
  const unpacker = await createUnpacker(source, packing, (bytes) => {
    const wanted = bytes.subarray(0, HEADER_BYTES - filled);
    start.set(wanted, filled);
    filled += wanted.length;
  });
  for await (const chunk of source.open()) {
    for (let at = 0; at < chunk.length; at += STEP) {
      unpacker.push(chunk.subarray(at, at + STEP));
      if (filled === HEADER_BYTES) return start;
    }
  }
  unpacker.finish();
  return start.subarray(0, filled);
}
