import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/report/version.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { schemaErrors } from "./schema-errors.ts";

const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(32));
const AT_LEVEL = ["--contour", String(BLOB_LEVEL)];

const validate = (...args: string[]) => runCli(["validate", map, ...args]);
const inputOf = (json: string) => JSON.parse(json).input;

describe("mapassay validate", () => {
  it("writes a report that keeps to the schema, and its standard output carries nothing else", async () => {
    const { status, stdout } = await validate(...AT_LEVEL, "--resolution", "6", "--json", "-");
    expect(status).toBe(0);
    expect(schemaErrors(stdout)).toEqual([]);
    const report = JSON.parse(stdout);
    expect(report.software).toEqual({ name: "mapassay", version: VERSION });
    expect(report.input).toMatchObject({
      fileName: "blobs.map",
      contourLevel: BLOB_LEVEL,
      contourSource: "user",
      resolution: 6,
    });
    expect(report.checks.map((check: { id: string }) => check.id)).toEqual([
      "0.a",
      "0.b",
      "0.c",
      "0.d",
      "0.e",
      "0.f",
      "0.g",
      "0.h",
    ]);
  });

  it("says what it was told, and only that", async () => {
    const told = [
      "--title",
      "Blobs – Å",
      "--emdb-id",
      "EMD-0001",
      "--date",
      "2026-11-22",
      "--voxel-size",
      "1.5",
      "--reading",
      "vrs",
    ];
    const full = inputOf((await validate(...AT_LEVEL, ...told, "--json", "-", "--quiet")).stdout);
    expect(full).toMatchObject({
      title: "Blobs – Å",
      emdbId: "EMD-0001",
      depositionDate: "2026-11-22",
      voxelSize: [1.5, 1.5, 1.5],
    });
    const bare = inputOf((await validate(...AT_LEVEL, "--json", "-", "--quiet")).stdout);
    expect(bare).not.toHaveProperty("title");
    expect(bare).not.toHaveProperty("emdbId");
    expect(bare).not.toHaveProperty("depositionDate");
    expect(bare.resolution).toBeNull();
  });

  it("writes the same bytes for any number of threads, to a file or to standard output", async () => {
    const outputs = [];
    for (const threads of ["1", "3"])
      outputs.push((await validate(...AT_LEVEL, "--threads", threads, "--json", "-")).stdout);
    const file = folder.at("same.json");
    await validate(...AT_LEVEL, "--json", file);
    expect(outputs[1]).toBe(outputs[0]);
    expect(readFileSync(file, "utf8")).toBe(outputs[0]);
    expect(outputs[0]).not.toMatch(/"(createdAt|timings)"/);
  });

  it("tells times only with --timings", async () => {
    const { stdout } = await validate(...AT_LEVEL, "--json", "-", "--timings");
    const { createdAt, timings } = JSON.parse(stdout);
    expect(schemaErrors(stdout)).toEqual([]);
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000);
    expect(timings).toMatchObject({ read: expect.any(Number), mass: expect.any(Number) });
  });

  it("writes a PDF, whole and under its own name only", async () => {
    const pdf = folder.at("report.pdf");
    expect((await validate(...AT_LEVEL, "--pdf", pdf)).status).toBe(0);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe("%PDF-");
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("writes to a device without replacing it", async () => {
    expect((await validate(...AT_LEVEL, "--json", "/dev/null", "--quiet")).status).toBe(0);
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("replaces an older report", async () => {
    const file = folder.write("old.json", "x".repeat(1_000_000));
    await validate(...AT_LEVEL, "--json", file);
    expect(schemaErrors(readFileSync(file, "utf8"))).toEqual([]);
  });
});

describe("the contour level of mapassay validate", () => {
  it("is the suggested one without --contour, and a note says so", async () => {
    const { stdout, stderr } = await validate("--json", "-");
    const { contourLevel, contourSource, contourSuggestions } = inputOf(stdout);
    expect(contourSource).toBe("suggested");
    expect(contourLevel).toBe(contourSuggestions[0].level);
    expect(stderr).toContain(`the suggested level ${contourLevel}`);
  });

  it("is the suggested one with --contour auto, without a note", async () => {
    const { stdout, stderr } = await validate("--contour", "auto", "--json", "-");
    expect(inputOf(stdout).contourSource).toBe("suggested");
    expect(stderr).not.toContain("--contour");
  });

  it.each([
    ["--contour", "-0.01"],
    ["--contour=-0.01", ""],
    ["--contour", "-1e-2"],
    ["--contour", "-.01"],
  ])("may be negative: %s %s", async (...args) => {
    const { status, stdout } = await validate(...args.filter((arg) => arg !== ""), "--json", "-", "--quiet");
    expect(status).toBe(0);
    expect(inputOf(stdout)).toMatchObject({ contourLevel: -0.01, contourSource: "user" });
  });
});

describe("what mapassay validate says on the way", () => {
  it("is one JSON event a line where nobody reads along", async () => {
    const { stderr } = await validate(...AT_LEVEL);
    const events = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(["progress", "check", "note"]));
    expect(events.filter(({ event }) => event === "check")).toHaveLength(8);
    expect(events.at(-1).message).toContain("--json");
  });

  it("is nothing with --quiet", async () => {
    expect((await validate("--json", folder.at("quiet.json"), "--quiet")).stderr).toBe("");
  });
});
