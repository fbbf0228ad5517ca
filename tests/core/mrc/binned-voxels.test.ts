import { describe, expect, test } from "vitest";
import { createMapDecoder } from "../../../src/core/mrc/map-decoder.ts";
import { completeDiagnosis } from "../../../src/core/mrc/statistics-diagnosis.ts";
import { type MrcSpec, makeMrc } from "../../support/mrc-builder.ts";

/** Whole numbers below 128 that no symmetry hides, so that they are exact in every mode and their means in float32. */
const value = (x: number, y: number, z: number) => (3 * x + 7 * y + 11 * z + ((x * y + z) % 5)) % 128;

function decodeBinned(spec: MrcSpec, piece = Number.POSITIVE_INFINITY) {
  const file = makeMrc({ value, ...spec });
  const asked: number[] = [];
  const allocate = (bytes: number) => {
    asked.push(bytes);
    return new ArrayBuffer(bytes);
  };
  const decoder = createMapDecoder({ allocate, binning: 2 });
  for (let at = 0; at < file.length; at += piece) decoder.write(file.subarray(at, at + piece));
  return { ...decoder.finish(), asked };
}

function naiveMeans(box: readonly [number, number, number]): number[] {
  const [nx, ny, nz] = box.map((side) => Math.floor(side / 2)) as [number, number, number];
  return Array.from({ length: nx * ny * nz }, (_, at) => {
    const [x, y, z] = [at % nx, Math.floor(at / nx) % ny, Math.floor(at / (nx * ny))];
    let sum = 0;
    for (const dz of [0, 1])
      for (const dy of [0, 1]) for (const dx of [0, 1]) sum += value(2 * x + dx, 2 * y + dy, 2 * z + dz);
    return sum / 8;
  });
}

describe.each<[string, MrcSpec]>([
  ["a plain map", { box: [6, 4, 8] }],
  ["an odd box, whose last planes are dropped", { box: [7, 5, 9] }],
  ["16-bit integers", { box: [6, 4, 8], mode: 1 }],
  ["4-bit rows", { box: [5, 4, 6], mode: 101, value: (x, y, z) => value(x, y, z) % 16 }],
  ["the other byte order", { box: [6, 4, 8], byteOrder: "big" }],
  ["axes in another order", { box: [6, 4, 8], axes: [3, 1, 2] }],
])("%s", (_, spec) => {
  const expected = spec.mode === 101 ? null : naiveMeans(spec.box!);

  test("becomes the means of its blocks", () => {
    const { voxels } = decodeBinned(spec);
    if (expected) expect(Array.from(voxels)).toEqual(expected);
    else
      expect(voxels[0]).toBe(
        [0, 1].flatMap((z) => [0, 1].flatMap((y) => [0, 1].map((x) => value(x, y, z) % 16))).reduce((a, b) => a + b) /
          8,
      );
  });

  test.each([1, 7, 100])("also in pieces of %i bytes", (piece) => {
    expect(decodeBinned(spec, piece).voxels).toEqual(decodeBinned(spec).voxels);
  });
});

test("only the binned map is asked for", () => {
  expect(decodeBinned({ box: [8, 8, 8] }).asked).toEqual([4 * 4 ** 3]);
});

test("the grid lies where the file's does", () => {
  const { layout } = decodeBinned({ box: [7, 6, 4], origin: [10, 20, 30] });
  expect(layout.grid).toEqual({ box: [3, 3, 2], voxelSize: [4, 4, 4], origin: [11, 21, 31] });
});

test("the diagnosis says so, and does not compare the statistics of the file", () => {
  const { layout, diagnosis } = decodeBinned({ box: [6, 4, 8] });
  expect(diagnosis[0]).toMatchObject({ code: "binned", severity: "warning" });
  expect(diagnosis[0]!.message).toContain(
    "mean of 2 × 2 × 2 of the file's 6 × 4 × 8. Nothing finer than 8.00 Å is left",
  );
  const complete = completeDiagnosis(diagnosis, layout.header, { min: -5, max: 5, mean: 0, std: 1 });
  expect(complete.map(({ code }) => code)).toEqual(["binned"]);
});

test("a side of one voxel cannot be binned", () => {
  expect(() => decodeBinned({ box: [6, 4, 1] })).toThrow(expect.objectContaining({ code: "parameter.invalid" }));
});
