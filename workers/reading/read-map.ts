import { createSHA256 } from "hash-wasm";
import type { CellShape } from "../../src/core/mrc/cell.ts";
import type { DiagnosisLine } from "../../src/core/mrc/diagnosis.ts";
import type { ByteOrder, MrcHeader } from "../../src/core/mrc/header.ts";
import { type Allocate, createMapDecoder } from "../../src/core/mrc/map-decoder.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import type { Grid } from "../../src/core/volume/grid.ts";
import type { Compression } from "./sniff.ts";
import { createUnpacker, findPacking } from "./unpack.ts";

export interface ReadOptions {
  /** Gives the buffer the voxels stay in; called once, when the header has proved plausible. */
  readonly allocate: Allocate;
  /** Å, in place of the header's. */
  readonly voxelSize?: number;
  readonly signal?: AbortSignal;
  /** Part of the file that was read, 0 to 1; null where its size is not known. */
  readonly onProgress?: (fraction: number | null) => void;
}

/** A map as read: header as written, grid as meant, voxels x fastest from byte 0 of the allocated buffer. */
export interface ReadMap {
  readonly header: MrcHeader;
  readonly byteOrder: ByteOrder;
  readonly mode: number;
  readonly grid: Grid;
  readonly cell: CellShape;
  readonly voxels: Float32Array;
  readonly compression: Compression;
  /** Lower-case hex, of the file as given. */
  readonly sha256: string;
  readonly diagnosis: readonly DiagnosisLine[];
}

/**
 * Reads an MRC or CCP4 map, plain or packed (gzip, bzip2, zip, told by content), in one pass into one buffer.
 *
 * Rejects with `map.notAMap`, `map.impossibleHeader`, `map.unsupportedMode`, `map.needsVoxelSize`, `map.truncated`,
 * `map.compression`, `map.tooLarge`, `parameter.invalid`; with the reason of `signal` once it is aborted; and with the
 * source's own errors. The caller owns the buffer. It finds no NaN: the statistics do (`nonFiniteError`), and crystals
 * are read too (`assertSingleParticle` refuses them).
 */
export async function readMap(source: ByteSource, options: ReadOptions): Promise<ReadMap> {
  const hash = await createSHA256();
  hash.init();
  const packing = await findPacking(source);
  const content = packing.compression === "none" ? "asGiven" : "unpacked";
  const decoder = createMapDecoder({ ...options, atMost: packing.atMost, content });
  const unpacker = await createUnpacker(source, packing, decoder.write);
  let read = 0;
  for await (const chunk of source.open()) {
    options.signal?.throwIfAborted();
    hash.update(chunk);
    unpacker.push(chunk);
    read += chunk.length;
    options.onProgress?.(source.size === null ? null : Math.min(1, read / Math.max(1, source.size)));
  }
  options.signal?.throwIfAborted();
  unpacker.finish();
  const { layout, voxels, diagnosis } = decoder.finish();
  return {
    header: layout.header,
    byteOrder: layout.byteOrder.byteOrder,
    mode: layout.encoding.mode,
    grid: layout.grid,
    cell: layout.cell,
    voxels,
    compression: packing.compression,
    sha256: hash.digest("hex"),
    diagnosis: [...diagnosis, ...packing.diagnosis],
  };
}
