import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(24));
const forms = ["json", "pdf", "html"] as const;
const reports = forms.map((form) => folder.at(`report.${form}`));

describe("mapassay merge", () => {
  beforeAll(async () => {
    const outputs = forms.flatMap((form, i) => [`--${form}`, reports[i]!]);
    const { status } = await runCli(["validate", map, "--contour", String(BLOB_LEVEL), ...outputs, "--quiet"]);
    expect(status).toBe(0);
  });

  it("reads JSON, PDF and HTML alike, a row each in the order named", async () => {
    const csv = folder.at("table.csv");
    const { status, stdout } = await runCli(["merge", ...reports, "--csv", csv, "--ndjson", "-"]);
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ report }) => report)).toEqual(reports);
    const [first, ...others] = rows.map(({ report: _, ...row }) => row);
    expect(first).toMatchObject({
      fileName: "blobs.map",
      contourLevel: BLOB_LEVEL,
      "localBFactor.vrs": "notApplicable",
    });
    for (const row of others) expect(row).toEqual(first);
    expect(readFileSync(csv, "utf8").split("\n")).toHaveLength(5);
  });

  it("ends with 65 for a file that is no report, names it and writes nothing", async () => {
    const csv = folder.at("none.csv");
    const { status, stderr } = await runCli(["merge", reports[0]!, map, "--csv", csv]);
    expect(status).toBe(65);
    expect(stderr).toContain("blobs.map");
    expect(existsSync(csv)).toBe(false);
  });

  it("ends with 66 for a report that is not there, and with 64 without report or output", async () => {
    expect((await runCli(["merge", folder.at("missing.json"), "--csv", "-"])).status).toBe(66);
    expect((await runCli(["merge", "--csv", "-"])).status).toBe(64);
    expect((await runCli(["merge", reports[0]!])).status).toBe(64);
  });
});
