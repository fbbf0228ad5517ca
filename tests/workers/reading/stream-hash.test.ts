import { expect, test } from "vitest";
import { nodeHash } from "../../../workers/node/node-hash.ts";
import { portableHash } from "../../../workers/reading/stream-hash.ts";

/** NIST's FIPS 180-2 examples: one block, two blocks, a million letters. */
const EXAMPLES = [
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
] as const;

test.each([
  ["portable", portableHash],
  ["Node's", nodeHash],
])("the %s hash is SHA-256, however the bytes are cut", async (_, makeHash) => {
  for (const [text, expected] of EXAMPLES) {
    const bytes = new TextEncoder().encode(text);
    const hash = await makeHash();
    const first = Math.ceil(bytes.length / 3);
    hash.update(bytes.subarray(0, first));
    hash.update(bytes.subarray(first));
    expect(hash.digest()).toBe(expected);
  }
});
