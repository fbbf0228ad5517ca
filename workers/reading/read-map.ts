import type { Binning } from "../../src/core/mrc/binned-voxels.ts";
import type { CellShape } from "../../src/core/mrc/cell.ts";
import type { DiagnosisLine } from "../../src/core/mrc/finding.ts";
import type { ByteOrder, MrcHeader } from "../../src/core/mrc/header.ts";
import { type Allocate, createMapDecoder } from "../../src/core/mrc/map-decoder.ts";
import type { ByteSource } from "../../src/core/mrc/source.ts";
import type { Grid } from "../../src/core/volume/grid.ts";
import { canGunzipNatively, gunzipNatively, NativeRefusal } from "./native-gzip.ts";
import type { Compression } from "./sniff.ts";
import { portableHash, type StreamHash } from "./stream-hash.ts";
import { createUnpacker, findPacking, type Packing } from "./unpack.ts";

export interface ReadOptions {
  /** Gives the buffer the voxels stay in; called once, when the header has proved plausible. */
  readonly allocate: Allocate;
  /** Å, in place of the header's. */
  readonly voxelSize?: number;
  /** Reads the means of blocks of voxels in place of the voxels. */
  readonly binning?: Binning;
  /** What hashes the file. Default: a portable one. */
  readonly makeHash?: () => StreamHash | Promise<StreamHash>;
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
 * A gzip file that the platform's own inflater refuses is read once more with ours, which says what is wrong with it.
 * Rejects with `map.notAMap`, `map.impossibleHeader`, `map.unsupportedMode`, `map.needsVoxelSize`, `map.truncated`,
 * `map.compression`, `map.tooLarge`, `parameter.invalid`; with the reason of `signal` once it is aborted; and with the
 * source's own errors. The caller owns the buffer. It finds no NaN: the statistics do (`nonFiniteError`), and crystals
 * are read too (`assertSingleParticle` refuses them).
 */
export async function readMap(source: ByteSource, options: ReadOptions): Promise<ReadMap> {
  const packing = await findPacking(source);
  const again = { ...options, allocate: keepBuffer(options.allocate) };
  if (packing.compression === "gzip" && canGunzipNatively()) {
    try {
      return await readOnce(source, packing, { ...again, gunzip: "native" });
    } catch (error) {
      if (!(error instanceof NativeRefusal)) throw error;
    }
  }
  return readOnce(source, packing, { ...again, gunzip: "own" });
}

type OnceOptions = ReadOptions & { readonly gunzip: "native" | "own" };

async function readOnce(source: ByteSource, packing: Packing, options: OnceOptions): Promise<ReadMap> {
  const hash = await (options.makeHash ?? portableHash)();
  const content = packing.compression === "none" ? "asGiven" : "unpacked";
  const decoder = createMapDecoder({ ...options, atMost: packing.atMost, content });
  const chunks = watchedChunks(source, hash, options);
  if (options.gunzip === "native") await gunzipNatively(chunks, decoder.write);
  else {
    const unpacker = await createUnpacker(source, packing, decoder.write);
    for await (const chunk of chunks) unpacker.push(chunk);
    unpacker.finish();
  }
  const { layout, voxels, diagnosis } = decoder.finish();
  return {
    header: layout.header,
    byteOrder: layout.byteOrder.byteOrder,
    mode: layout.encoding.mode,
    grid: layout.grid,
    cell: layout.cell,
    voxels,
    compression: packing.compression,
    sha256: hash.digest(),
    diagnosis: [...diagnosis, ...packing.diagnosis],
  };
}

async function* watchedChunks(source: ByteSource, hash: StreamHash, { signal, onProgress }: ReadOptions) {
  let read = 0;
  for await (const chunk of source.open()) {
    signal?.throwIfAborted();
    hash.update(chunk);
    yield chunk;
    read += chunk.length;
    onProgress?.(source.size === null ? null : read / source.size);
  }
  signal?.throwIfAborted();
}

/** A second reading fills the buffer of the first. */
function keepBuffer(allocate: Allocate): Allocate {
  let kept: ReturnType<Allocate> | null = null;
  return (bytes) => {
    if (kept?.byteLength !== bytes) kept = allocate(bytes);
    return kept;
  };
}
