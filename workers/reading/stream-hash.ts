import { createSHA256 } from "hash-wasm";

/** SHA-256 of bytes as they pass. */
export interface StreamHash {
  update(bytes: Uint8Array): void;
  /** Lower-case hex, of all bytes so far; ends the hash. */
  digest(): string;
}

/** By WebAssembly, anywhere: a browser's own digest wants all bytes at once. */
export async function portableHash(): Promise<StreamHash> {
  const hash = await createSHA256();
  hash.init();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
}
