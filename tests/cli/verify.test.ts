import { readFileSync } from "node:fs";
import { deflateSync, inflateSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(32));
const report = (form: string) => map.replace(/blobs\.map$/, `report.${form}`);
const verify = (...args: string[]) => runCli(["verify", ...args, "--quiet"]);

interface Editable {
  readonly input: { contourLevel: number };
  readonly checks: { readonly measurements: { rawVoxels: number } }[];
}

/** The report with one value replaced. */
function altered(change: (report: Editable) => void): string {
  const json = JSON.parse(readFileSync(report("json"), "utf8"));
  change(json);
  return folder.write("altered.json", Buffer.from(JSON.stringify(json)));
}

/** A report as PDF or HTML whose data has another number of voxels, as a forger would write it. */
function forged(file: Buffer, form: string): Buffer {
  const forge = (json: string) => json.replace(/("rawVoxels": )\d+/, "$17");
  const text = file.toString("latin1");
  if (form === "html") return Buffer.from(forge(text), "latin1");
  const [, held = ""] = /<mapassay:report>([^<]+)</.exec(text)!;
  const json = forge(inflateSync(Buffer.from(held, "base64")).toString("utf8"));
  return Buffer.from(text.replace(held, deflateSync(json).toString("base64")), "latin1");
}

describe("mapassay verify", () => {
  beforeAll(async () => {
    const parameters = [
      "--contour",
      String(BLOB_LEVEL),
      "--resolution",
      "6",
      "--voxel-size",
      "1.7",
      "--title",
      "Blobs",
    ];
    const outputs = ["--json", report("json"), "--html", report("html"), "--pdf", report("pdf")];
    const { status } = await runCli(["validate", map, ...parameters, "--reading", "vrs", ...outputs, "--quiet"]);
    expect(status).toBe(0);
  });

  it.each(["json", "html", "pdf"])("finds a fresh report identical: %s", async (form) => {
    expect(await verify(report(form), map, "--threads", "2")).toMatchObject({ status: 0, stdout: "identical\n" });
  });

  it("finds it identical under another name, and says so", async () => {
    const renamed = folder.write("renamed.map", blobMap(32));
    const { status, stdout } = await verify(report("json"), renamed);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "identical\nThe map is called renamed.map here and blobs.map in the report.\n",
    });
  });

  it("names one altered number", async () => {
    const path = altered(({ checks }) => {
      checks[1]!.measurements.rawVoxels += 1;
    });
    const { status, stdout } = await verify(path, map);
    expect(status).toBe(10);
    expect(stdout).toMatch(
      /^1 value of the report differs\.\nchecks\[1\]\.measurements\.rawVoxels: recorded (\d+), found \d+\n$/,
    );
  });

  it("names what an altered parameter would have changed", async () => {
    const path = altered(({ input }) => {
      input.contourLevel *= 1.1;
    });
    const { status, stdout } = await verify(path, map);
    expect(status).toBe(10);
    expect(stdout).toMatch(/^\d+ values of the report differ\./);
    expect(stdout).toContain("checks[1].measurements.rawVoxels: ");
  });

  it("says first that one voxel makes another file, then what follows from it", async () => {
    const bytes = Buffer.from(blobMap(32));
    bytes.writeFloatLE(3, 1024 + 4 * 17);
    const { status, stdout } = await verify(report("pdf"), folder.write("one-voxel.map", bytes));
    expect(status).toBe(10);
    const [first, second, ...rest] = stdout.split("\n");
    expect(first).toBe("This is not the map of the report: the file is another.");
    expect(second).toMatch(/^input\.sha256: recorded "[0-9a-f]{64}", found "[0-9a-f]{64}"$/);
    expect(rest.join("\n")).toContain("input.statistics.mean: ");
  });

  it("sends a report of another schema to the version that wrote it, before the map is read", async () => {
    const json = { ...JSON.parse(readFileSync(report("json"), "utf8")), schemaVersion: 0 };
    const older = folder.write("older.json", Buffer.from(JSON.stringify(json)));
    const { status, stdout, stderr } = await verify(older, "no-such.map");
    expect({ status, stdout }).toEqual({ status: 65, stdout: "" });
    expect(stderr).toContain("The report is of schema 0, and this version of MapAssay reads schema 1.");
  });

  it.each(["html", "pdf"])("names one altered number in a %s report", async (form) => {
    const path = folder.write(`forged.${form}`, forged(readFileSync(report(form)), form));
    const { status, stdout } = await verify(path, map);
    expect(status).toBe(10);
    expect(stdout).toMatch(
      /^1 value of the report differs\.\nchecks\[1\]\.measurements\.rawVoxels: recorded 7, found \d+\n$/,
    );
  });

  it("refuses what is no report, what is not there, and half a command", async () => {
    expect(await verify(map, map)).toMatchObject({ status: 65, stdout: "" });
    expect((await verify("no-such.json", map)).status).toBe(66);
    expect((await verify(report("json"), "no-such.map")).status).toBe(66);
    expect((await verify(map)).status).toBe(64);
  });
});
