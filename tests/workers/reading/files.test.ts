import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isMapError, type MapError } from "../../../src/core/errors.ts";
import type { Volume } from "../../../src/core/volume/grid.ts";
import { nodeFileSource } from "../../../workers/node/file-source.ts";
import { readHeader } from "../../../workers/reading/read-header.ts";
import { type ReadMap, readMap } from "../../../workers/reading/read-map.ts";
import { DATA_FOLDER } from "../../support/data-folder.ts";

/** What mrcfile 1.4.3 reads (`tests/data/files.py`), and the code of a file that is refused. */
interface Expected {
  readonly error?: string;
  readonly mode?: number;
  readonly axes?: readonly number[];
  readonly box?: readonly number[];
  readonly voxelSize?: readonly number[];
  readonly min?: number;
  readonly max?: number;
  readonly mean?: number;
  readonly std?: number;
  readonly middle?: number;
  readonly moments?: readonly number[];
}

const DATA = join(DATA_FOLDER, "data");
const table: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL("../../data/files.json", import.meta.url), "utf8"),
);
const files = Object.entries(table);

const read = async (name: string, voxelSize?: number) =>
  readMap(await nodeFileSource(join(DATA, name)), { allocate: (bytes) => new SharedArrayBuffer(bytes), voxelSize });

function summarise({ grid, voxels }: Volume) {
  const [nx, ny, nz] = grid.box;
  const moments = [0, 0, 0];
  let [min, max, sum, i] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (let z = 0; z < nz; z++) {
    for (let y = 0; y < ny; y++) {
      let row = 0;
      for (let x = 0; x < nx; x++) {
        const value = voxels[i++];
        if (value < min) min = value;
        if (value > max) max = value;
        row += value;
        moments[0] += value * x;
      }
      sum += row;
      moments[1] += row * y;
      moments[2] += row * z;
    }
  }
  const mean = sum / i;
  let squares = 0;
  for (const value of voxels) squares += (value - mean) ** 2;
  const middle = voxels[(nx >> 1) + nx * ((ny >> 1) + ny * (nz >> 1))];
  return {
    min,
    max,
    mean,
    std: Math.sqrt(squares / i),
    middle,
    moments: moments.map((moment) => moment / voxels.length),
  };
}

function compare(map: ReadMap, expected: Expected) {
  const { header, grid, mode } = map;
  expect({ mode, axes: [header.mapc, header.mapr, header.maps], box: grid.box }).toEqual({
    mode: expected.mode,
    axes: expected.axes,
    box: expected.box,
  });
  grid.voxelSize.forEach((size, i) => {
    expect(size).toBeCloseTo(expected.voxelSize?.[i] ?? Number.NaN, 10);
  });
  const found = summarise(map);
  expect([found.min, found.max, found.middle]).toEqual([expected.min, expected.max, expected.middle]);
  const scale = expected.std ?? Number.NaN;
  expect(Math.abs(found.mean - (expected.mean ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * scale);
  expect(Math.abs(found.std - scale)).toBeLessThanOrEqual(1e-9 * scale);
  found.moments.forEach((moment, i) => {
    expect(Math.abs(moment - (expected.moments?.[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-9 * scale * grid.box[i]);
  });
}

describe.skipIf(!existsSync(DATA))(`files in ${DATA} (skipped where it is absent)`, () => {
  test.each(files.filter(([, expected]) => expected.error === undefined))("%s", async (name, expected) => {
    compare(await read(name), expected);
    const { layout } = await readHeader(await nodeFileSource(join(DATA, name)));
    expect(layout.grid.box).toEqual(expected.box);
  });

  test.each(files.filter(([, expected]) => expected.error !== undefined))("%s is refused", async (name, expected) => {
    const error = await read(name).catch((reason: unknown) => reason as MapError);
    expect(isMapError(error) ? error.code : error).toBe(expected.error);
    if (expected.box !== undefined) compare(await read(name, expected.voxelSize?.[0]), expected);
  });

  test("no file is left out of the table, and what is no map is refused", async () => {
    const folders = ["maps", "odd", "pairs"];
    const names = folders.flatMap((folder) =>
      readdirSync(join(DATA, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(DATA.length + 1)),
    );
    const others = names.filter((name) => !(name in table));
    expect(others.every((name) => name.endsWith(".pdb"))).toBe(true);
    for (const name of others) await expect(read(name)).rejects.toMatchObject({ code: "map.notAMap" });
  });

  test("the crystals among them are read and said to be such", async () => {
    const crystals = [];
    for (const [name, expected] of files) {
      if (expected.error === undefined && (await read(name)).cell === "crystal") crystals.push(name);
    }
    expect(crystals).toEqual([
      "maps/emd_3001.map",
      "odd/3pqr-mode0.ccp4",
      "odd/3pqr.ccp4",
      "odd/cctbx_tst_input_symop320.map",
      "odd/emd_3001.map.bz2",
      "odd/gemmi_1pfe_asu.msk.gz",
      "odd/gemmi_5i55_tiny.ccp4",
      "odd/uglymol_1mru_m0_mode0_symop160.map",
    ]);
  });
});
