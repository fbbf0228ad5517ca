import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { nodeFileSource } from "../../../workers/node/file-source.ts";
import { fileSource } from "../../../workers/reading/file-source.ts";
import { readHeader } from "../../../workers/reading/read-header.ts";
import { type ReadOptions, readMap } from "../../../workers/reading/read-map.ts";
import { bytesSource } from "../../support/byte-source.ts";
import { cutAnywhere, type MrcSpec, makeMrc, valuesOf } from "../../support/mrc-builder.ts";
import { seededRandom } from "../../support/random.ts";

const allocate = (bytes: number) => new SharedArrayBuffer(bytes);
const read = (file: Uint8Array, options: Partial<ReadOptions> = {}) =>
  readMap(bytesSource(file), { allocate, ...options });
const sha256 = (file: Uint8Array) => createHash("sha256").update(file).digest("hex");
const refusal = (code: string, says: string | RegExp = "") =>
  expect.objectContaining({ code, message: expect.stringMatching(says) });

const spec: MrcSpec = { box: [7, 5, 6], axes: [2, 3, 1], start: [1, 2, 3] };
const map = makeMrc(spec);
const packed = {
  none: map,
  gzip: new Uint8Array(gzipSync(map)),
  zip: zipSync({ "readme.txt": strToU8("a map"), "folder/emd_1.MRC": map }),
};

test.each(["none", "gzip", "zip"] as const)(
  "a map packed by %s reads the same, with the hash of the file as given",
  async (compression) => {
    const file = packed[compression];
    const source = bytesSource(file, { cut: (bytes) => cutAnywhere(bytes, seededRandom(5), 60) });
    const result = await readMap(source, { allocate });
    expect(result.compression).toBe(compression);
    expect(result.voxels).toEqual(valuesOf(spec));
    expect(result.voxels.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(result.sha256).toBe(sha256(file));
    expect(result.header.mapc).toBe(2);
    expect(result.mode).toBe(2);
    const codes = result.diagnosis.map((line) => line.code);
    expect(codes).toEqual([
      "axes.reordered",
      "origin.start",
      ...(compression === "none" ? [] : ["compression.unpacked"]),
    ]);
  },
);

test("a source without a size is read to its end", async () => {
  const fractions: (number | null)[] = [];
  const source = bytesSource(map, { size: null });
  const result = await readMap(source, { allocate, onProgress: (fraction) => fractions.push(fraction) });
  expect(result.voxels).toEqual(valuesOf(spec));
  expect(fractions).toEqual([null]);
});

test("progress rises to 1", async () => {
  const fractions: (number | null)[] = [];
  const source = bytesSource(map, { cut: (bytes) => cutAnywhere(bytes, seededRandom(5), 400) });
  await readMap(source, { allocate, onProgress: (fraction) => fractions.push(fraction) });
  expect(fractions.length).toBeGreaterThan(3);
  expect(fractions).toEqual([...fractions].sort((a, b) => Number(a) - Number(b)));
  expect(fractions.at(-1)).toBe(1);
});

test("an aborted read ends with the reason of its signal, not with a MapError", async () => {
  const abort = new AbortController();
  const onProgress = () => abort.abort("another file was chosen");
  const source = bytesSource(map, { cut: (bytes) => [bytes.slice(0, 50), bytes.slice(50)] });
  await expect(readMap(source, { allocate, signal: abort.signal, onProgress })).rejects.toBe("another file was chosen");
});

test("a truncated file is refused by its size alone, before its voxels are read", async () => {
  const big = makeMrc({ box: [50, 50, 50] }).slice(0, -1);
  const source = bytesSource(big, { cut: (bytes) => cutAnywhere(bytes, seededRandom(5), 2000) });
  await expect(readMap(source, { allocate })).rejects.toThrow(
    refusal("map.truncated", /^The file ends too early: 1 byte of/),
  );
  expect(source.given()).toBeLessThan(10_000);
});

test("a whole gzip of a truncated map is truncated, a truncated gzip is damaged", async () => {
  const short = new Uint8Array(gzipSync(map.slice(0, -8)));
  await expect(read(short)).rejects.toThrow(refusal("map.truncated", /8 bytes of .* It unpacks to/));
  await expect(read(packed.gzip.slice(0, -30))).rejects.toThrow(refusal("map.compression", /ends too early/));
});

test("a small gzip whose header promises more than it can unpack to allocates nothing", async () => {
  const file = new Uint8Array(gzipSync(makeMrc({ words: { 1: 1200, 2: 1200, 3: 1200 } })));
  const never = () => {
    throw new Error("allocated");
  };
  await expect(read(file, { allocate: never })).rejects.toThrow(refusal("map.truncated", /cannot unpack to more than/));
});

test("a gzip of several members, which the platform may refuse or misjudge, is read into the same one buffer", async () => {
  const members = [map.slice(0, 700), map.slice(700)].map((part) => gzipSync(part));
  const file = new Uint8Array(Buffer.concat(members));
  const asked: number[] = [];
  const counting = (bytes: number) => {
    asked.push(bytes);
    return allocate(bytes);
  };
  const result = await read(file, { allocate: counting });
  expect([result.voxels, result.sha256]).toEqual([valuesOf(spec), sha256(file)]);
  expect(asked).toEqual([4 * 7 * 5 * 6]);
  await expect(read(new Uint8Array([...file, 1, 2, 3, 4, 5]))).rejects.toThrow(
    refusal("map.compression", /not gzip follow/),
  );
});

test("a gzip read can be aborted too", async () => {
  const abort = new AbortController();
  const source = bytesSource(packed.gzip, { cut: (bytes) => cutAnywhere(bytes, seededRandom(5), 60) });
  const onProgress = () => abort.abort("another file was chosen");
  await expect(readMap(source, { allocate, signal: abort.signal, onProgress })).rejects.toBe("another file was chosen");
});

test("a gzip of something else is refused at once, not read again", async () => {
  const source = bytesSource(new Uint8Array(gzipSync(new TextEncoder().encode("HEADER ".repeat(400)))));
  await expect(readMap(source, { allocate })).rejects.toThrow(refusal("map.notAMap", /PDB/));
  expect(source.given()).toBeLessThan(2 * Number(source.size));
});

test("of several maps in a zip the first is read, and this is said", async () => {
  const other = makeMrc({ box: [2, 2, 2] });
  const result = await read(zipSync({ "a.map": other, "b.map": map }));
  expect(result.grid.box).toEqual([2, 2, 2]);
  expect(result.diagnosis.filter((line) => line.severity === "warning").map((line) => line.message)).toEqual([
    "The zip holds 2 maps; only the first, a.map, was read.",
  ]);
});

test("the only file of a zip is read whatever its name, stored or deflated", async () => {
  for (const level of [0, 6] as const) {
    const result = await read(zipSync({ "__MACOSX/._volume.dat": strToU8("x"), "volume.dat": map }, { level }));
    expect(result.voxels).toEqual(valuesOf(spec));
  }
});

test("a zip without a map, damaged, cut, or encrypted is refused", async () => {
  await expect(read(zipSync({ "a.txt": strToU8("a"), "b.txt": strToU8("b") }))).rejects.toThrow(
    refusal("map.notAMap", /zip holds no/),
  );
  await expect(read(zipSync({}))).rejects.toThrow(refusal("map.notAMap"));
  await expect(read(packed.zip.slice(0, -40))).rejects.toThrow(refusal("map.compression", /directory is missing/));
  const changed = zipSync({ "a.map": map }, { level: 0 });
  changed[1500] ^= 1;
  await expect(read(changed)).rejects.toThrow(refusal("map.compression", /checksum does not match/));
  const encrypted = zipSync({ "a.map": map });
  const directory = encrypted.length - 22 - 46 - "a.map".length;
  encrypted[directory + 8] |= 1;
  await expect(read(encrypted)).rejects.toThrow(refusal("map.compression", /encrypted/));
});

test("a file is told by its content, not by its name", async () => {
  const source = { ...bytesSource(packed.gzip), name: "map.mrc" };
  expect((await readMap(source, { allocate })).compression).toBe("gzip");
  await expect(read(new Uint8Array(0))).rejects.toThrow(refusal("map.notAMap", /empty/));
});

test("the header alone is read without the rest of the file", async () => {
  const big = makeMrc({ box: [60, 60, 60], value: (x, y, z) => Math.sin(x * y + z) });
  for (const file of [big, new Uint8Array(gzipSync(big)), zipSync({ "a.map": big })]) {
    const source = bytesSource(file, { cut: (bytes) => cutAnywhere(bytes, seededRandom(5), 4000) });
    const { layout } = await readHeader(source);
    expect(layout.grid.box).toEqual([60, 60, 60]);
    // Of a zip also the last 64 KiB, where its directory is.
    expect(source.given()).toBeLessThan(80_000);
  }
});

test("the header of a truncated plain file is refused as the whole is", async () => {
  await expect(readHeader(bytesSource(map.slice(0, -1)))).rejects.toThrow(refusal("map.truncated"));
});

test("a browser's File and a path in Node give the same bytes, whole and in part", async () => {
  const path = join(mkdtempSync(join(tmpdir(), "reading-")), "a map.mrc");
  writeFileSync(path, map);
  for (const source of [await nodeFileSource(path), fileSource(new File([map], "a map.mrc"))]) {
    expect([source.name, source.size]).toEqual(["a map.mrc", map.length]);
    const result = await readMap(source, { allocate });
    expect([result.sha256, result.voxels]).toEqual([sha256(map), valuesOf(spec)]);
    const part: number[] = [];
    for await (const chunk of source.open({ start: 200, end: 230 })) part.push(...chunk);
    expect(part).toEqual([...map.slice(200, 230)]);
  }
});
