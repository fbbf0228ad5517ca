import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createMapDecoder } from "../../src/core/mrc/map-decoder.ts";
import { voxelCount } from "../../src/core/volume/grid.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 32;
const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(SIDE, { start: [5, -7, 11] }));
const AT_LEVEL = ["validate", map, "--contour", String(BLOB_LEVEL), "--quiet"];

const mrc = (name: string) => `${name}.mrc`;

function read(path: string) {
  const decoder = createMapDecoder({ allocate: (bytes) => new ArrayBuffer(bytes), content: "asGiven" });
  decoder.write(readFileSync(path));
  return decoder.finish();
}

describe("mapassay validate --maps", () => {
  it("writes the masks on the map's grid and the local measurements on their own, whole and byte for byte again", async () => {
    const [first, again, json] = [folder.at("a/first"), folder.at("again"), folder.at("report.json")];
    expect((await runCli([...AT_LEVEL, "--resolution", "6", "--maps", first, "--json", json])).status).toBe(0);
    expect((await runCli([...AT_LEVEL, "--resolution", "6", "--maps", again, "--threads", "1"])).status).toBe(0);
    const names = readdirSync(first).sort();
    expect(names).toEqual(expect.arrayContaining(["hardMask", "localBFactor", "localOccupancy", "softMask"].map(mrc)));
    expect(readdirSync(again).sort()).toEqual(names);
    for (const name of names) expect(readFileSync(join(again, name))).toEqual(readFileSync(join(first, name)));

    const { checks } = JSON.parse(readFileSync(json, "utf8"));
    const hard = read(join(first, "hardMask.mrc"));
    expect(hard.diagnosis.map(({ severity }) => severity)).not.toContain("repaired");
    expect(hard.layout.grid).toEqual({ box: [SIDE, SIDE, SIDE], voxelSize: [2, 2, 2], origin: [10, -14, 22] });
    const hardVoxels = hard.voxels.reduce((sum, v) => sum + v, 0);
    expect(hardVoxels).toBe(checks[1].measurements.constructed.voxels);
    const soft = read(join(first, "softMask.mrc"));
    expect(soft.layout.grid).toEqual(hard.layout.grid);
    expect(soft.voxels.reduce((sum, v) => sum + v, 0) / hardVoxels).toBeCloseTo(1, 3);

    const b = read(join(first, "localBFactor.mrc"));
    const { resized, corrected } = checks[5].measurements;
    expect(b.layout.grid.box).toEqual(resized.box);
    const inside = b.voxels.filter((value) => value !== 0).sort();
    expect(inside).toHaveLength(resized.maskVoxels);
    expect(inside.at(resized.maskVoxels >> 1)! / corrected.percentiles.p50).toBeCloseTo(1, 2);
    expect(read(join(first, "localOccupancy.mrc")).voxels).toHaveLength(voxelCount(resized.box));
    expect(b.layout.header.labels[0]).toMatch(/^MapAssay .*: local B-factor, A\^2/);
  });

  it("leaves out what the run did not make, and says so", async () => {
    const { status, stderr } = await runCli(["validate", map, "--contour", "0.3", "--maps", folder.at("masks")]);
    expect(status).toBe(0);
    expect(readdirSync(folder.at("masks")).sort()).toEqual(["hardMask.mrc", "softMask.mrc"]);
    expect(stderr).toContain("not written: localBFactor, localOccupancy");
  });

  it("ends with 74 where the folder cannot be made", async () => {
    const inside = join(map, "maps");
    expect((await runCli([...AT_LEVEL, "--maps", inside])).status).toBe(74);
    expect(existsSync(inside)).toBe(false);
  });
});
