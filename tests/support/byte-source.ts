import type { ByteRange, ByteSource } from "../../src/core/mrc/source.ts";

/** Bytes as a source, given out whole, or cut by `cut`; `opened` counts what was asked for. */
export function bytesSource(
  bytes: Uint8Array,
  options: { readonly cut?: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>[]; readonly size?: number | null } = {},
): ByteSource & { readonly given: () => number } {
  let given = 0;
  async function* open(range?: ByteRange): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const part = new Uint8Array(bytes).slice(range?.start ?? 0, range?.end ?? bytes.length);
    for (const piece of options.cut?.(part) ?? [part]) {
      given += piece.length;
      yield piece;
    }
  }
  return {
    name: "bytes.map",
    size: options.size === undefined ? bytes.length : options.size,
    open,
    given: () => given,
  };
}
