import { expect, test } from "vitest";
import { MapError } from "../../../src/core/errors.ts";
import { createMapDecoder } from "../../../src/core/mrc/map-decoder.ts";
import { makeMrc } from "../../support/mrc-builder.ts";
import { seededRandom } from "../../support/random.ts";

const decode = (file: Uint8Array, atMost?: number, allocate = (bytes: number) => new ArrayBuffer(bytes)) => {
  const decoder = createMapDecoder({ allocate, atMost });
  decoder.write(file);
  return decoder.finish();
};
const never = () => {
  throw new Error("allocated");
};
const thrown = (run: () => unknown): MapError => {
  try {
    run();
  } catch (error) {
    if (error instanceof MapError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

test("a truncated map says how many bytes are missing", () => {
  const file = makeMrc().slice(0, -10);
  const error = thrown(() => decode(file));
  expect(error.code).toBe("map.truncated");
  expect(error.fields).toEqual({ expected: 1120, found: 1110, missing: 10 });
  expect(error.message).toContain("10 bytes of 1120 are missing");
});

test("a small file that promises 2000³ voxels is refused before anything is allocated", () => {
  const file = makeMrc({ words: { 1: 2000, 2: 2000, 3: 2000 } });
  const error = thrown(() => decode(file, file.length, never));
  expect([error.code, error.fields.missing]).toEqual(["map.truncated", 32_000_001_024 - 1120]);
});

test("a box that no index reaches is refused before anything is allocated", () => {
  const file = makeMrc({ words: { 1: 2048, 2: 1024, 3: 1024 } });
  const error = thrown(() => decode(file, undefined, never));
  expect([error.code, error.fields.voxels]).toEqual(["map.tooLarge", 2 ** 31]);
});

test("an allocation that fails is map.tooLarge with the bytes that were asked for", () => {
  const full = () => {
    throw new RangeError("Array buffer allocation failed");
  };
  const error = thrown(() => decode(makeMrc(), undefined, full));
  expect([error.code, error.fields.bytes]).toEqual(["map.tooLarge", 96]);
});

test.each([
  { start: "", says: /empty/ },
  { start: "HEADER    MEMBRANE PROTEIN", says: /atomic model in PDB format/ },
  { start: ":-) Origin  0 0 0", says: /BRIX/ },
  { start: "short", says: /5 bytes; the header of a map alone takes 1024/ },
  { start: "z".repeat(2000), says: /no MRC header/ },
])("$says", ({ start, says }) => {
  const error = thrown(() => decode(new TextEncoder().encode(start)));
  expect([error.code, error.message]).toEqual(["map.notAMap", expect.stringMatching(says)]);
});

test("random headers are read or refused with a code, and never allocate more than the file can fill", () => {
  const random = seededRandom(7);
  const byte = () => Math.floor((random() + 0.5) * 256);
  let refused = 0;
  for (let i = 0; i < 3000; i++) {
    const file = makeMrc({ byteOrder: i % 2 === 0 ? "little" : "big" });
    // From a wholly random header to one with a single random byte.
    const changes = i % 10 === 0 ? 1024 : 1 + (i % 8);
    for (let k = 0; k < changes; k++) file[changes === 1024 ? k : Math.floor((random() + 0.5) * 224)] = byte();
    const allocate = (bytes: number) => {
      expect(bytes).toBeLessThanOrEqual(8 * file.length);
      return new ArrayBuffer(bytes);
    };
    try {
      decode(file, file.length, allocate);
    } catch (error) {
      expect(error).toBeInstanceOf(MapError);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(300);
  expect(refused).toBeLessThan(3000);
});
