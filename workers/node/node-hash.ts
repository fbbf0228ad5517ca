import { createHash } from "node:crypto";
import type { StreamHash } from "../reading/stream-hash.ts";

/** By Node's own library, which uses the processor's instructions for it: six times as fast as WebAssembly. */
export function nodeHash(): StreamHash {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") };
}
