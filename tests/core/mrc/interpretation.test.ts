import { expect, test } from "vitest";
import type { ErrorCode } from "../../../src/core/errors.ts";
import { diagnoseHeader } from "../../../src/core/mrc/diagnosis.ts";
import type { DiagnosisLine } from "../../../src/core/mrc/finding.ts";
import { interpretHeader } from "../../../src/core/mrc/interpretation.ts";
import { createMapDecoder } from "../../../src/core/mrc/map-decoder.ts";
import { type MrcSpec, makeMrc } from "../../support/mrc-builder.ts";

const read = (spec: MrcSpec, voxelSize?: number) => {
  const decoder = createMapDecoder({ allocate: (bytes) => new ArrayBuffer(bytes), voxelSize });
  decoder.write(makeMrc(spec));
  return decoder.finish();
};
const codes = (lines: readonly DiagnosisLine[]) => lines.map((line) => `${line.severity} ${line.code}`);

test("a plain MRC2014 map has nothing to be said about", () => {
  const { layout, diagnosis } = read({});
  expect(diagnosis).toEqual([]);
  expect(layout.grid).toEqual({ box: [4, 3, 2], voxelSize: [2, 2, 2], origin: [0, 0, 0] });
  expect(layout.cell).toBe("orthogonal");
});

const oddities: { what: string; spec: MrcSpec; lines: string[]; says: RegExp }[] = [
  {
    what: "stamp of the other order",
    spec: { stamp: [17, 17, 0, 0] },
    lines: ["repaired byteOrder.repaired"],
    says: /11 11 00 00.*little-endian/,
  },
  { what: "no MAP word", spec: { mapWord: "\0\0\0\0" }, lines: ["repaired mapWord.missing"], says: /MAP is missing/ },
  {
    what: "axes not set",
    spec: { words: { 17: 0, 18: 0, 19: 0 } },
    lines: ["repaired axes.assumed"],
    says: /taken as x, y, z/,
  },
  { what: "axes reordered", spec: { axes: [3, 1, 2] }, lines: ["info axes.reordered"], says: /along z, x, y/ },
  {
    what: "M one short of N",
    spec: { sampling: [4, 3, 1] },
    lines: ["info sampling.differs", "warning voxelSize.anisotropic"],
    says: /sampled 4 × 3 × 1, the box is 4 × 3 × 2/,
  },
  {
    what: "M and N on swapped axes",
    spec: { sampling: [3, 4, 2], cell: [6, 8, 4] },
    lines: ["warning sampling.swapped"],
    says: /axis order may be wrong/,
  },
  {
    what: "M not set",
    spec: { sampling: [0, 0, 0] },
    lines: ["repaired sampling.missing"],
    says: /divided by the box/,
  },
  {
    what: "anisotropic voxels",
    spec: { cell: [8, 6, 5] },
    lines: ["warning voxelSize.anisotropic"],
    says: /2\.000, 2\.000, 2\.500 Å/,
  },
  { what: "voxels of 1 Å", spec: { cell: [4, 3, 2] }, lines: ["info voxelSize.unit"], says: /exactly 1 Å/ },
  {
    what: "cell in nanometres",
    spec: { cell: [0.2, 0.15, 0.1] },
    lines: ["warning voxelSize.unlikely"],
    says: /0\.050, 0\.050, 0\.050 Å/,
  },
  { what: "crystal", spec: { angles: [90, 94.3, 90] }, lines: ["warning cell.crystal"], says: /90\.0, 94\.3, 90\.0°/ },
  { what: "angles not set", spec: { angles: [0, 0, 0] }, lines: [], says: /^$/ },
  {
    what: "ORIGIN",
    spec: { origin: [10, -20, 0] },
    lines: ["info origin.words"],
    says: /at 10\.00, −20\.00, 0\.00 Å\. No number/,
  },
  {
    what: "NSTART",
    spec: { start: [-50, 0, 7], axes: [2, 1, 3] },
    lines: ["info axes.reordered", "info origin.start"],
    says: /indices are 0, −50, 7, so voxel 0, 0, 0 lies at 0\.00, −100\.00, 14\.00 Å/,
  },
  {
    what: "ORIGIN and NSTART",
    spec: { origin: [1, 2, 3], start: [1, 1, 1] },
    lines: ["info origin.words"],
    says: /start indices, also set, were not used/,
  },
  { what: "skew", spec: { words: { 25: 1 } }, lines: ["info skew.ignored"], says: /skew transformation/ },
  {
    what: "extended header",
    spec: { extendedHeader: new Uint8Array(160), words: { 27: 0x31494546 } },
    lines: ["info extendedHeader.skipped"],
    says: /of type FEI1 of 160 bytes/,
  },
  {
    what: "stack by space group",
    spec: { volumes: 3, spaceGroup: 401 },
    lines: ["warning stack.first"],
    says: /3 volumes of 2 sections; only the first/,
  },
  { what: "stack by sampling", spec: { volumes: 3 }, lines: ["warning stack.first"], says: /3 volumes/ },
  {
    what: "images as sections",
    spec: { spaceGroup: 0, sampling: [4, 3, 1], cell: [8, 6, 2] },
    lines: ["warning stack.asVolume", "info sampling.differs"],
    says: /2 sections were read as one volume/,
  },
  { what: "one image", spec: { box: [4, 3, 1] }, lines: ["warning box.flat"], says: /4 × 3 × 1 voxels: an image/ },
  { what: "integers", spec: { mode: 1 }, lines: ["info mode.converted"], says: /signed 16-bit integers \(mode 1\)/ },
  {
    what: "bytes meant unsigned",
    spec: { mode: 0, statistics: [0, 255, 100] },
    lines: ["warning mode.unsigned"],
    says: /maximum is 255/,
  },
  {
    what: "one byte too many",
    spec: { extraBytes: 1 },
    lines: ["warning bytes.extra"],
    says: /1 byte after the last voxel was ignored/,
  },
];

test.each(oddities)("$what", ({ spec, lines, says }) => {
  const { diagnosis } = read(spec);
  expect(codes(diagnosis)).toEqual(lines);
  expect(diagnosis.map((line) => line.message).join(" ")).toMatch(says);
});

test("a volume of a stack is read whole, and only the first", () => {
  for (const spec of [{ spaceGroup: 401 }, { spaceGroup: 1 }]) {
    const { layout, voxels } = read({ ...spec, volumes: 2 });
    expect(layout.grid.box).toEqual([4, 3, 2]);
    expect([...voxels]).toEqual(Array.from({ length: 24 }, (_, i) => i));
  }
});

test("space group 0 is one volume, whatever the sampling says", () => {
  const { layout } = read({ spaceGroup: 0, volumes: 3 });
  expect([layout.grid.box, layout.stack.volumes]).toEqual([[4, 3, 6], 1]);
});

test("a crystal map that covers its cell twice is no stack", () => {
  expect(read({ spaceGroup: 19, volumes: 2 }).layout.grid.box).toEqual([4, 3, 4]);
});

test("a voxel size that is given takes the place of the header's and makes up for a missing cell", () => {
  const { layout, diagnosis } = read({ cell: [0, 0, 0] }, 1.5);
  expect(layout.grid.voxelSize).toEqual([1.5, 1.5, 1.5]);
  expect(codes(diagnosis)).toEqual(["info voxelSize.given"]);
});

const refused: { what: string; spec: MrcSpec; voxelSize?: number; code: ErrorCode; fields: object }[] = [
  { what: "complex integers", spec: { mode: 3 }, code: "map.unsupportedMode", fields: { mode: 3 } },
  { what: "complex floats", spec: { mode: 4 }, code: "map.unsupportedMode", fields: { mode: 4 } },
  { what: "unknown mode", spec: { mode: 7 }, code: "map.unsupportedMode", fields: { mode: 7 } },
  { what: "no columns", spec: { words: { 1: 0 } }, code: "map.impossibleHeader", fields: { nx: 0 } },
  { what: "negative sections", spec: { words: { 3: -2 } }, code: "map.impossibleHeader", fields: { nz: -2 } },
  {
    what: "negative extended header",
    spec: { words: { 24: -80 } },
    code: "map.impossibleHeader",
    fields: { nsymbt: -80 },
  },
  { what: "one axis twice", spec: { words: { 17: 2 } }, code: "map.impossibleHeader", fields: { mapc: 2 } },
  { what: "no columns and no MAP word", spec: { words: { 1: 0 }, mapWord: "    " }, code: "map.notAMap", fields: {} },
  { what: "no cell", spec: { cell: [0, 0, 0] }, code: "map.needsVoxelSize", fields: { cella: [0, 0, 0] } },
  { what: "cell that is no number", spec: { cell: [Number.NaN, 6, 4] }, code: "map.needsVoxelSize", fields: {} },
  { what: "voxel size of 0", spec: {}, voxelSize: 0, code: "parameter.invalid", fields: { name: "voxelSize" } },
];

test.each(refused)("$what is refused with $code", ({ spec, voxelSize, code, fields }) => {
  expect(() => interpretHeader(makeMrc(spec), { voxelSize })).toThrow(
    expect.objectContaining({ code, fields: expect.objectContaining(fields), message: expect.stringMatching(/\.$/) }),
  );
});

test("modes 3 and 4 are refused by name", () => {
  expect(() => interpretHeader(makeMrc({ mode: 4 }))).toThrow(/Fourier transform/);
});

test("the diagnosis of a header does not depend on the voxels", () => {
  expect(codes(diagnoseHeader(interpretHeader(makeMrc({ axes: [2, 1, 3] }))))).toEqual(["info axes.reordered"]);
});
