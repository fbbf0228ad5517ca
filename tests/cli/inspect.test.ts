import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/report/version.ts";
import { blobMap, blobSpec } from "../support/blob-map.ts";
import { valuesOf } from "../support/mrc-builder.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SIDE = 24;
const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(SIDE));
const packed = folder.write("blobs.map.gz", gzipSync(blobMap(SIDE)));
const crystal = folder.write("crystal.map", blobMap(SIDE, { spaceGroup: 19, angles: [90, 102, 90] }));

describe("mapassay inspect", () => {
  it("tells box, voxel size and values as text", async () => {
    const { status, stdout } = await runCli(["inspect", map, "--quiet"]);
    const values = valuesOf(blobSpec(SIDE));
    expect(status).toBe(0);
    expect(stdout).toContain(`box         ${SIDE} × ${SIDE} × ${SIDE} voxels, mode 2\n`);
    expect(stdout).toContain("voxel size  2, 2, 2 Å\n");
    const [least, greatest] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
    expect(stdout).toContain(`values      ${least} to ${greatest}, mean `);
    expect(stdout).toMatch(/^level {7}0\.\d+ \((high|low) confidence\): /m);
  });

  it("tells the same and the whole header as JSON", async () => {
    const { stdout } = await runCli(["inspect", packed, "--voxel-size", "1.5", "--json", "-"]);
    const { software, input, header, schemaVersion } = JSON.parse(stdout);
    expect({ schemaVersion, software }).toEqual({ schemaVersion: 1, software: { name: "mapassay", version: VERSION } });
    expect(input).toMatchObject({
      fileName: "blobs.map.gz",
      compression: "gzip",
      voxelSize: [1.5, 1.5, 1.5],
      cell: "orthogonal",
    });
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(header).toMatchObject({ nx: SIDE, ny: SIDE, nz: SIDE, mode: 2 });
  });

  it("welcomes a crystal", async () => {
    const { status, stdout } = await runCli(["inspect", crystal, "--json", "-", "--quiet"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).input.cell).toBe("crystal");
    const asText = await runCli(["inspect", crystal, "--quiet"]);
    expect({ status: asText.status, stderr: asText.stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("mapassay plan", () => {
  it("predicts from the header alone, as text and as JSON", async () => {
    const stub = folder.write("head.map.gz", gzipSync(blobMap(SIDE)));
    const { stdout } = await runCli(["plan", stub, "--json", "-"]);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({ box: [SIDE, SIDE, SIDE], voxelBytes: 4 * SIDE ** 3 });
    expect(plan.peakBytes).toBeGreaterThan(plan.baseBytes + plan.voxelBytes);
    const asText = await runCli(["plan", stub]);
    expect(asText).toMatchObject({ status: 0, stderr: "" });
    expect(asText.stdout).toContain(
      `${SIDE} × ${SIDE} × ${SIDE} voxels: about ${Math.ceil(plan.peakBytes / 2 ** 20)} MiB`,
    );
  });
});

it("the version of reports is that of the package", () => {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(VERSION).toBe(version);
});
