import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createMapDecoder } from "../../src/core/mrc/map-decoder.ts";
import { mirroredAlongX } from "../../src/core/volume/mirrored.ts";
import { blobMap, blobSpec } from "../support/blob-map.ts";
import { valuesOf } from "../support/mrc-builder.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 24;
const folder = temporaryFolder();
const map = folder.write("blobs.map.gz", gzipSync(blobMap(SIDE, { start: [5, -7, 11] })));

function read(path: string) {
  const decoder = createMapDecoder({ allocate: (bytes) => new ArrayBuffer(bytes), content: "asGiven" });
  decoder.write(readFileSync(path));
  return decoder.finish();
}

describe("mapassay mirror", () => {
  it("writes the map with x turned around in its own frame, and says so in the header", async () => {
    const output = folder.at("mirrored.map");
    expect(await runCli(["mirror", map, "-o", output, "--quiet"])).toMatchObject({ status: 0, stdout: "", stderr: "" });
    const { layout, voxels, diagnosis } = read(output);
    expect(voxels).toEqual(mirroredAlongX(valuesOf(blobSpec(SIDE)), [SIDE, SIDE, SIDE]));
    expect(layout.grid).toEqual({ box: [SIDE, SIDE, SIDE], voxelSize: [2, 2, 2], origin: [10, -14, 22] });
    expect(layout.header.labels.slice(0, 2)).toEqual([
      expect.stringMatching(/^MapAssay .*: mirrored, x turned around about the middle of the box$/),
      "of blobs.map.gz",
    ]);
    expect(diagnosis.map(({ severity }) => severity)).not.toContain("repaired");
  });

  it("gives the map's voxels back, byte for byte, when mirrored again", async () => {
    const [once, twice] = [folder.at("once.map"), folder.at("twice.map")];
    await runCli(["mirror", map, "-o", once, "--quiet"]);
    await runCli(["mirror", once, "--output", twice, "--threads", "1", "--quiet"]);
    expect(Buffer.from(read(twice).voxels.buffer)).toEqual(Buffer.from(valuesOf(blobSpec(SIDE)).buffer));
  });

  it("asks for an output that is not the map", async () => {
    const missing = await runCli(["mirror", map]);
    expect(missing.status).toBe(64);
    expect(missing.stderr).toContain("Name an output with -o.");
    expect((await runCli(["mirror", map, "-o", map])).status).toBe(64);
  });

  it("refuses a crystal, whose axes do not stand on each other", async () => {
    const crystal = folder.write("crystal.map", blobMap(SIDE, { spaceGroup: 19, angles: [90, 102, 90] }));
    const { status, stderr } = await runCli(["mirror", crystal, "-o", folder.at("none.map"), "--quiet"]);
    expect(status).toBe(65);
    expect(stderr).toContain("102.0");
  });
});
