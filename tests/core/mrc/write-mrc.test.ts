import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { interpretHeader } from "../../../src/core/mrc/interpretation.ts";
import { createMapDecoder } from "../../../src/core/mrc/map-decoder.ts";
import { writeMrc } from "../../../src/core/mrc/write-mrc.ts";
import type { Grid } from "../../../src/core/volume/grid.ts";
import { seededRandom } from "../../support/random.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const grid: Grid = { box: [5, 4, 3], voxelSize: [1.5, 1.25, 2], origin: [0, 0, 0] };
const random = seededRandom(8);
const values = Float32Array.from({ length: 60 }, random);
const content = {
  grid,
  placement: { start: [5, -7, 11], origin: [-3.5, 0.25, 100] },
  voxels: values,
  labels: ["MapAssay: local B-factor, Å²", "x".repeat(100)],
} as const;

function readBack(file: Uint8Array<ArrayBuffer>) {
  const decoder = createMapDecoder({ allocate: (bytes) => new ArrayBuffer(bytes), content: "asGiven" });
  decoder.write(file);
  return decoder.finish();
}

describe("a written map", () => {
  it("is read back as it was, with nothing repaired", () => {
    const { layout, voxels, diagnosis } = readBack(writeMrc(content));
    expect(voxels).toEqual(values);
    expect(layout.grid).toEqual({ box: [5, 4, 3], voxelSize: [1.5, 1.25, 2], origin: [-3.5, 0.25, 100] });
    expect(diagnosis.map(({ code }) => code)).toEqual(["voxelSize.anisotropic", "origin.words"]);
    const { header } = layout;
    expect([header.nxstart, header.nystart, header.nzstart]).toEqual([5, -7, 11]);
    expect(header).toMatchObject({ mode: 2, ispg: 1, nsymbt: 0, nversion: 20140, map: "MAP", machst: [68, 68, 0, 0] });
    expect(header.labels).toEqual(["MapAssay: local B-factor, ??", "x".repeat(80)]);
  });

  it("has the statistics of its voxels, the rms about their mean", () => {
    const { header } = readBack(writeMrc(content)).layout;
    const mean = values.reduce((sum, v) => sum + v, 0) / 60;
    expect(header.dmin).toBe(Math.min(...values));
    expect(header.dmax).toBe(Math.max(...values));
    expect(header.dmean).toBeCloseTo(mean, 7);
    expect(header.rms).toBeCloseTo(Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 60), 7);
  });

  it("holds a mask in mode 0, placed by its start where the origin is 0", () => {
    const mask = Uint8Array.from(values, (v) => (v > 0 ? 1 : 0));
    const file = writeMrc({ ...content, voxels: mask, placement: { start: [2, 0, -1], origin: [0, 0, 0] } });
    expect(file).toHaveLength(1024 + 60);
    const { layout, voxels } = readBack(file);
    expect(layout.header.mode).toBe(0);
    expect(layout.grid.origin).toEqual([3, 0, -2]);
    expect([...voxels]).toEqual([...mask]);
  });

  it("is the same file for the same content, in a shared buffer too", () => {
    const shared = new Float32Array(new SharedArrayBuffer(240));
    shared.set(values);
    expect(writeMrc({ ...content, voxels: shared })).toEqual(writeMrc(content));
    expect(interpretHeader(writeMrc(content)).fileBytes).toBe(1024 + 240);
  });
});

const PYTHON = "/usr/bin/python3";
const hasMrcfile = spawnSync(PYTHON, ["-c", "import mrcfile"]).status === 0;
const SCRIPT = `
import json, sys, mrcfile, numpy
valid = mrcfile.validate(sys.argv[1], print_file=sys.stderr)
with mrcfile.open(sys.argv[1]) as mrc:
    h = mrc.header
    print(json.dumps(dict(valid=bool(valid), mode=int(h.mode), shape=mrc.data.shape, volume=bool(mrc.is_volume()),
        voxel=[float(mrc.voxel_size[k]) for k in "xyz"], origin=[float(h.origin[k]) for k in "xyz"],
        start=[int(h.nxstart), int(h.nystart), int(h.nzstart)], values=mrc.data.ravel().astype(float).tolist())))
`;

// Where mrcfile is missing this is left out, not skipped: a skipped test means that test data were not found.
if (hasMrcfile) describe("mrcfile", describeMrcfile);

function describeMrcfile() {
  const folder = temporaryFolder();

  it("finds a written map valid, and the same in it", () => {
    const { stdout } = spawnSync(PYTHON, ["-c", SCRIPT, folder.write("written.mrc", writeMrc(content))]);
    const { values: found, ...facts } = JSON.parse(stdout.toString());
    expect(facts).toEqual({
      valid: true,
      mode: 2,
      shape: [3, 4, 5],
      volume: true,
      voxel: [1.5, 1.25, 2],
      origin: [-3.5, 0.25, 100],
      start: [5, -7, 11],
    });
    expect(found).toEqual([...values]);
  });
}
