import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createGunzip } from "../../../workers/reading/gzip.ts";
import { cutAnywhere } from "../../support/mrc-builder.ts";
import { seededRandom } from "../../support/random.ts";

const random = seededRandom(11);
const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor((random() + 0.5) * 256));
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** Much faster than comparing value by value. */
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

async function unpack(pieces: Uint8Array[]): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  const unpacker = await createGunzip((bytes) => out.push(bytes.slice()));
  for (const piece of pieces) unpacker.push(piece);
  unpacker.finish();
  return join(...out);
}
const refusal = (says: string) =>
  expect.objectContaining({ code: "map.compression", message: expect.stringContaining(says) });

/** A header with extra field, name, comment and header CRC, all of which RFC 1952 allows. */
function withLongHeader(content: Uint8Array): Uint8Array {
  const plain = gzipSync(content);
  const name = [...new TextEncoder().encode("emd_1997.map\0comment\0")];
  const flags = 2 | 4 | 8 | 16;
  const extra = [4, 0, 1, 2, 3, 4];
  const headerCrc = [7, 7];
  const fixed = [0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3];
  return Uint8Array.from([...fixed, ...extra, ...name, ...headerCrc, ...plain.slice(10)]);
}

const parts = [noise(3000), new Uint8Array(0), new Uint8Array(90_000), noise(100)];
const cases = [
  { what: "one member", packed: gzipSync(parts[0]), content: parts[0] },
  { what: "stored blocks", packed: gzipSync(parts[0], { level: 0 }), content: parts[0] },
  {
    what: "four members, one of them empty",
    packed: join(...parts.map((part) => gzipSync(part))),
    content: join(...parts),
  },
  { what: "a header with every field", packed: withLongHeader(parts[3]), content: parts[3] },
  {
    what: "two members with long headers",
    packed: join(withLongHeader(parts[3]), withLongHeader(parts[0])),
    content: join(parts[3], parts[0]),
  },
];

test.each(cases)("$what, cut anywhere", async ({ packed, content }) => {
  expect(hexOf(await unpack([packed]))).toBe(hexOf(content));
  for (const longest of [1, 5, 100]) {
    expect(hexOf(await unpack(cutAnywhere(packed, seededRandom(longest), longest)))).toBe(hexOf(content));
  }
});

test("a file cut at any byte is refused, never read short", async () => {
  const packed = gzipSync(noise(300));
  for (let length = 1; length < packed.length; length += 3) {
    await expect(unpack([packed.slice(0, length)])).rejects.toThrow(refusal("ends too early"));
  }
});

test("a cut last member of several is refused", async () => {
  const packed = join(gzipSync(parts[0]), gzipSync(parts[3]));
  await expect(unpack([packed.slice(0, -3)])).rejects.toThrow(refusal("ends too early"));
});

test.each([
  { what: "CRC of the only member", packed: gzipSync(parts[3]), fromEnd: 8 },
  { what: "length of the only member", packed: gzipSync(parts[3]), fromEnd: 1 },
  {
    what: "CRC of the first of two members",
    packed: join(gzipSync(parts[0]), gzipSync(parts[3])),
    fromEnd: gzipSync(parts[3]).length + 8,
  },
])("a wrong $what is found", async ({ packed, fromEnd }) => {
  const changed = Uint8Array.from(packed);
  changed[changed.length - fromEnd] ^= 4;
  await expect(unpack([changed])).rejects.toThrow(refusal("checksum does not match"));
});

test("content that is no deflate is refused", async () => {
  const packed = join(gzipSync(new Uint8Array(0)).slice(0, 10), Uint8Array.of(0xff, 0xff, 0xff), noise(50));
  await expect(unpack([packed])).rejects.toThrow(refusal("cannot be unpacked"));
});

test("bytes after the end that are not gzip are refused", async () => {
  await expect(unpack([gzipSync(parts[0]), noise(40)])).rejects.toThrow(refusal("not gzip"));
});

test("content that was flushed on the way unpacks whole", async () => {
  const half = deflateRawSync(parts[3], { finishFlush: constants.Z_SYNC_FLUSH });
  const whole = gzipSync(parts[3]);
  const packed = join(whole.slice(0, 10), half, Uint8Array.of(3, 0), whole.slice(-8));
  expect(await unpack([packed])).toEqual(parts[3]);
});
