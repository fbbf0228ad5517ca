import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/report/version.ts";
import { BLOB_LEVEL, blobMap } from "../support/blob-map.ts";
import { makeMrc } from "../support/mrc-builder.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { startCli } from "./running-cli.ts";
import { schemaErrors } from "./schema-errors.ts";

const folder = temporaryFolder();
const map = folder.write("blobs.map", blobMap(32));

describe("exit status 0 and 10", () => {
  it.each([
    { args: ["--contour", "5"], status: 0 },
    { args: ["--contour", "5", "--fail-on", "warning"], status: 10 },
    { args: ["--contour", "5", "--fail-on", "warning", "--reading", "vrs"], status: 10 },
  ])("$status for an empty mask with $args", async ({ args, status }) => {
    const run = await runCli(["validate", map, ...args, "--json", "-", "--quiet"]);
    expect(run.status).toBe(status);
    expect(JSON.parse(run.stdout).checks[0].warnings.corrected[0].code).toBe("mass.emptyMask");
  });

  it("0 where nothing warns", async () => {
    const squared = (...at: number[]) => at.reduce((sum, one) => sum + (one - 15.5) ** 2, 0);
    const value = (x: number, y: number, z: number) => Math.fround(Math.max(0, 1 - squared(x, y, z) / 36));
    const centred = makeMrc({ box: [32, 32, 32], value });
    const file = folder.write("centred.map", centred);
    const run = await runCli(["validate", file, "--contour", "0.5", "--fail-on", "warning", "--json", "-", "--quiet"]);
    const warned = JSON.parse(run.stdout).checks.filter(
      (check: { status: { corrected: string } }) => check.status.corrected === "warning",
    );
    expect(warned).toEqual([]);
    expect(run.status).toBe(0);
  });

  it.each([[], ["help"], ["--help"], ["-h"], ["validate", "--help"], ["merge", "-h"]].map((args) => ({ args })))(
    "0 and the usage for $args",
    async ({ args }) => {
      const { status, stdout, stderr } = await runCli(args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain("mapassay validate MAP");
    },
  );

  it("0 and the version for --version", async () => {
    expect(await runCli(["--version"])).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: "" });
  });
});

describe("exit status 64", () => {
  it.each(
    [
      ["assess", map],
      ["validate"],
      ["validate", map, map],
      ["validate", map, "--countour", "1"],
      ["validate", map, "--contour", "high"],
      ["validate", map, "--contour", ""],
      ["validate", map, "--contour", "Infinity"],
      ["validate", map, "--resolution", "0"],
      ["validate", map, "--resolution", "-3"],
      ["validate", map, "--voxel-size", "NaN"],
      ["validate", map, "--reading", "both"],
      ["validate", map, "--fail-on", "error"],
      ["validate", map, "--date", "22.11.2026"],
      ["validate", map, "--threads", "1.5"],
      ["validate", map, "--threads", "0"],
      ["validate", map, "--max-memory", "much"],
      ["validate", map, "--bin", "3"],
      ["validate", map, "--quiet=yes"],
      ["validate", map, "--json", "-", "--pdf", "-"],
      ["inspect", map, "--contour", "1"],
      ["serve", map],
      ["serve", "--port", "65536"],
    ].map((args) => ({ args: args.map((arg) => (arg === map ? "MAP" : arg)) })),
  )("for $args", async ({ args }) => {
    const { status, stdout, stderr } = await runCli(args.map((arg) => (arg === "MAP" ? map : arg)));
    expect({ status, stdout }).toEqual({ status: 64, stdout: "" });
    expect(stderr).toMatch(/^mapassay: .+\n\nmapassay validate MAP/s);
  });

  it("for a flat map that leaves no level to suggest", async () => {
    const flat = folder.write("flat.map", makeMrc({ box: [8, 8, 8], value: () => 3 }));
    const { status, stdout, stderr } = await runCli(["validate", flat, "--json", "-", "--quiet"]);
    expect(status).toBe(64);
    expect(stderr).toContain("--contour");
    expect(JSON.parse(stdout).error.code).toBe("parameter.invalid");
    expect(schemaErrors(stdout)).toEqual([]);
  });
});

describe("exit status 65, with the error as JSON", () => {
  const whole = blobMap(16);
  const value = (x: number) => (x === 3 ? Number.NaN : x);
  const files = {
    "map.truncated": whole.subarray(0, whole.length - 100),
    "map.crystal": blobMap(16, { spaceGroup: 19, angles: [90, 102, 90] }),
    "map.nonFinite": makeMrc({ box: [8, 8, 8], value, statistics: [0, 7, 3] }),
    "map.unsupportedMode": makeMrc({ mode: 3 }),
    "map.notAMap": new Uint8Array(2000).fill(65),
    "map.needsVoxelSize": makeMrc({ cell: [0, 0, 0] }),
  };

  it.each(Object.entries(files))("%s", async (code, bytes) => {
    const file = folder.write(`${code}.map`, bytes);
    const { status, stdout, stderr } = await runCli(["validate", file, "--contour", "1", "--json", "-", "--quiet"]);
    const { input, error } = JSON.parse(stdout);
    expect({ status, input }).toEqual({ status: 65, input: { fileName: `${code}.map` } });
    expect(error).toEqual({ code, message: expect.any(String), fields: expect.any(Object) });
    expect(stderr).toBe(`mapassay: ${error.message}\n`);
    expect(schemaErrors(stdout)).toEqual([]);
  });
});

describe("exit status 66", () => {
  it.each(["missing.map", ".", "blobs.map/inside"])("for %s", async (name) => {
    const { status, stderr } = await runCli(["validate", folder.at(name), "--json", folder.at("none.json")]);
    expect(status).toBe(66);
    expect(stderr).toMatch(/^mapassay: .*(no such file|not a file|not a directory)/);
    expect(existsSync(folder.at("none.json"))).toBe(false);
  });
});

describe("exit status 74", () => {
  it.each([
    ["--json", "nowhere/report.json"],
    ["--pdf", "nowhere/report.pdf"],
    ["--json", "."],
  ])("for %s %s", async (option, name) => {
    const { status, stderr } = await runCli(["validate", map, "--contour", "5", option, folder.at(name), "--quiet"]);
    expect(status).toBe(74);
    expect(stderr).toMatch(/^mapassay: .* cannot be written: /);
    expect(stderr).not.toContain("unexpected");
    expect(leftovers()).toEqual([]);
  });
});

describe("exit status 75", () => {
  it("for a map beyond --max-memory, before it is read", async () => {
    const args = ["validate", map, "--max-memory", "1000000", "--json", "-"];
    const { status, stdout, stderr } = await runCli(args);
    expect(status).toBe(75);
    expect(JSON.parse(stdout).error).toMatchObject({ code: "memory.exhausted", fields: { limit: 1_000_000 } });
    expect(schemaErrors(stdout)).toEqual([]);
    expect(stderr).not.toContain('"step":"read"');
  });

  it("saying which smaller run would fit", async () => {
    const plan = async (...options: string[]) =>
      JSON.parse((await runCli(["plan", map, ...options, "--json", "-"])).stdout).peakBytes as number;
    const [whole, binned] = [await plan("--resolution", "3"), await plan("--resolution", "3", "--bin", "2")];
    expect(binned).toBeLessThan(whole);
    const run = ["validate", map, "--resolution", "3", "--max-memory"];
    const { status, stderr } = await runCli([...run, String(binned)]);
    expect(status).toBe(75);
    expect(stderr).toMatch(/What would fit: .*MiB with --bin 2/);
    const { stderr: hopeless } = await runCli([...run, "1000"]);
    expect(hopeless).toContain("No smaller run of it fits either");
  });

  it("not for one within it", async () => {
    const { status } = await runCli(["validate", map, "--max-memory", "1e9", "--contour", "5", "--quiet"]);
    expect(status).toBe(0);
  });
});

describe("an interruption", () => {
  const large = folder.write("large.map", blobMap(96));

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("by %s ends with %i and leaves no file behind", async (signal, status) => {
    const before = readdirSync(folder.path);
    const args = [
      "validate",
      large,
      "--contour",
      String(BLOB_LEVEL),
      "--json",
      folder.at("cut.json"),
      "--pdf",
      folder.at("cut.pdf"),
    ];
    const { child, said, ended } = startCli(args);
    await expect.poll(said, { interval: 5, timeout: 10_000 }).toContain('"step":"survey"');
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(readdirSync(folder.path)).toEqual(before);
  });

  it("does not hinder the next run", async () => {
    const { status } = await runCli([
      "validate",
      large,
      "--contour",
      String(BLOB_LEVEL),
      "--json",
      folder.at("next.json"),
      "--quiet",
    ]);
    expect(status).toBe(0);
    expect(schemaErrors(readFileSync(folder.at("next.json"), "utf8"))).toEqual([]);
  });
});

function leftovers(): string[] {
  return readdirSync(folder.path).filter((name) => name.endsWith(".part"));
}
