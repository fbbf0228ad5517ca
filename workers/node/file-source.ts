import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ByteSource } from "../../src/core/mrc/source.ts";

const CHUNK_BYTES = 1 << 20;

/** A file on disk as a source. Rejects with Node's own error (`code` ENOENT, EISDIR…) where there is no such file. */
export async function nodeFileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return {
    name: basename(path),
    size,
    open: (range) => chunksOf(path, range?.start ?? 0, range?.end ?? size),
  };
}

async function* chunksOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (end <= start) return;
  const stream = createReadStream(path, { start, end: end - 1, highWaterMark: CHUNK_BYTES });
  for await (const chunk of stream) yield chunk;
}
