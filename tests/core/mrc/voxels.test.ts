import { expect, test } from "vitest";
import { createMapDecoder } from "../../../src/core/mrc/map-decoder.ts";
import { cutAnywhere, halfBits, type MrcSpec, makeMrc, valuesOf } from "../../support/mrc-builder.ts";
import { seededRandom } from "../../support/random.ts";

const AXES = [
  [1, 2, 3],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 1],
  [3, 1, 2],
  [3, 2, 1],
] as const;

/** Values that a mode holds exactly, its ends among them. */
const VALUES: Record<number, (i: number) => number> = {
  0: (i) => ((i * 37) % 256) - 128,
  1: (i) => ((i * 4099) % 65536) - 32768,
  2: (i) => Math.fround(Math.sqrt(i) - 3),
  6: (i) => (i * 4099) % 65536,
  12: (i) => (i - 30) / 16,
  101: (i) => (i * 7) % 16,
};

const decode = (pieces: Uint8Array[]) => {
  const decoder = createMapDecoder({ allocate: (bytes) => new ArrayBuffer(bytes) });
  for (const piece of pieces) decoder.write(piece);
  return decoder.finish();
};

const table = Object.keys(VALUES).flatMap((mode) =>
  AXES.flatMap((axes) => (["little", "big"] as const).map((byteOrder) => ({ mode: Number(mode), axes, byteOrder }))),
);

test.each(table)("mode $mode, axes $axes, $byteOrder-endian, cut anywhere", ({ mode, axes, byteOrder }) => {
  // Odd sides: rows of mode 101 end in half a byte.
  const box = [5, 3, 7] as const;
  const spec: MrcSpec = {
    box,
    mode,
    axes,
    byteOrder,
    extendedHeader: new Uint8Array(83).fill(65),
    value: (x, y, z) => VALUES[mode](x + box[0] * (y + box[1] * z)),
  };
  const file = makeMrc(spec);
  const whole = decode([file]);
  expect(whole.voxels).toEqual(valuesOf(spec));
  expect(whole.layout.grid.box).toEqual(box);
  expect(whole.layout.grid.voxelSize).toEqual([2, 2, 2]);
  const random = seededRandom(mode + 1);
  for (let i = 0; i < 5; i++) expect(decode(cutAnywhere(file, random, 3 ** (i + 1))).voxels).toEqual(whole.voxels);
});

test("mode 12 holds every float16: subnormal, infinite and not a number", () => {
  const values = [
    0,
    2 ** -24,
    -(2 ** -14),
    65504,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    1 / 3,
  ];
  const exact = values.map((value) => (value === 1 / 3 ? 0.333251953125 : value));
  const file = makeMrc({ box: [8, 1, 1], mode: 12, value: (x) => exact[x] });
  expect(halfBits(0.333251953125)).toBe(0x3555);
  expect([...decode([file]).voxels]).toEqual(exact);
});

test("a plain float32 map keeps the bits of its values, those of NaN too", () => {
  const file = makeMrc({ box: [3, 1, 1], value: () => 0 });
  const payload = [0x7fc12345, 0xff800000, 0x80000000];
  payload.forEach((bits, i) => {
    new DataView(file.buffer).setUint32(1024 + 4 * i, bits, true);
  });
  const { voxels } = decode([file]);
  expect([...new Uint32Array(voxels.buffer)]).toEqual(payload);
});

test("the voxels start at byte 0 of the buffer that was given, and nothing else is asked for", () => {
  const asked: number[] = [];
  const shared = new SharedArrayBuffer(4 * 24);
  const decoder = createMapDecoder({
    allocate(bytes) {
      asked.push(bytes);
      return shared;
    },
  });
  decoder.write(makeMrc());
  const { voxels } = decoder.finish();
  expect(asked).toEqual([96]);
  expect([voxels.buffer, voxels.byteOffset, voxels.length]).toEqual([shared, 0, 24]);
});
