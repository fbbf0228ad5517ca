import type { ByteRange, ByteSource } from "../../src/core/mrc/source.ts";

/** Some bytes of a source in one array; fewer where the source ends before. */
export async function readRange(source: ByteSource, range: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open(range)) chunks.push(chunk);
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
