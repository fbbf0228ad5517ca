import type { ByteSource } from "../../src/core/mrc/source.ts";

/** A browser `File` as a source; nothing is read before it is opened, and the file stays on the user's disk. */
export function fileSource(file: Blob & { readonly name: string }): ByteSource {
  return {
    name: file.name,
    size: file.size,
    open: (range) => chunksOf(range === undefined ? file : file.slice(range.start, range.end)),
  };
}

// Safari's ReadableStream cannot be iterated, so the reader is asked.
async function* chunksOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
