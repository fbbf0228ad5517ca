import type { Sink } from "./unpacker.ts";

/** The platform's inflater did not take a file to its end, or took less than all of it. */
export class NativeRefusal extends Error {}

/** Whether this platform unpacks gzip by itself. */
export function canGunzipNatively(): boolean {
  return "DecompressionStream" in globalThis;
}

/**
 * Unpacks a gzip file of one member with the platform's DecompressionStream, which checks its CRC-32.
 *
 * Rejects with {@link NativeRefusal} for whatever else the chunks hold or throw: browsers refuse a second member, Node
 * passes over bytes that follow. So the file has to end in the length of all that was unpacked.
 */
export async function gunzipNatively(chunks: AsyncIterable<Uint8Array<ArrayBuffer>>, sink: Sink): Promise<void> {
  const last = new Uint8Array(4);
  const keepLast = (bytes: Uint8Array) => {
    const kept = bytes.subarray(-4);
    last.copyWithin(0, kept.length);
    last.set(kept, 4 - kept.length);
  };
  const reader = streamOf(chunks, keepLast).pipeThrough(new DecompressionStream("gzip")).getReader();
  let unpacked = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(refuse);
      if (done) break;
      unpacked += value.length;
      sink(value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (new DataView(last.buffer).getUint32(0, true) !== unpacked % 2 ** 32) refuse("length");
}

function refuse(cause: unknown): never {
  throw new NativeRefusal("The platform's inflater refused the file.", { cause });
}

function streamOf(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  look: (bytes: Uint8Array) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) return controller.close();
      look(value);
      controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
