import { basename } from "node:path";
import { describe, expect } from "vitest";
import type { ErrorRecord } from "../../src/core/errors.ts";
import type { ReportInput } from "../../src/report/report.ts";
import { dataFiles, mapNamed, testWithData } from "../support/data-folder.ts";
import { type CliRun, runCli } from "../support/run-cli.ts";

/** Long enough on a busy machine: what takes longer hangs. How long it should take is the benchmark's to say. */
const SECONDS = 90;

/** Runs a command on a file, the JSON to standard output; one thread computes least. */
const run = (command: "inspect" | "validate", path: string) =>
  runCli([command, path, "--json", "-", "--threads", "1", "--quiet"]);

describe("a file seen in the wild is read or refused, and never crashes", () => {
  for (const path of dataFiles("maps", "odd", "pairs")) {
    testWithData(
      basename(path),
      async () => {
        // One after the other: each has the seconds to itself.
        const inspected = await run("inspect", path);
        const validated = await run("validate", path);
        for (const ended of [inspected, validated]) {
          expect([0, 65], ended.stderr).toContain(ended.status);
          expect(ended.seconds).toBeLessThan(SECONDS);
          expectAnswer(ended);
        }
        // What cannot be inspected cannot be validated.
        if (inspected.status !== 0) expect(validated.status).toBe(inspected.status);
      },
      3 * SECONDS * 1000,
    );
  }

  testWithData("and the files are there", () => {
    expect(dataFiles("maps", "odd", "pairs").length).toBeGreaterThan(40);
  });
});

/** A refusal says why, to people and to programs; anything else is a result. */
function expectAnswer({ status, stdout, stderr }: CliRun): void {
  const answer = JSON.parse(stdout) as { error?: ErrorRecord; input: { fileName: string } };
  expect(answer.input.fileName).not.toBe("");
  expect("error" in answer).toBe(status === 65);
  if (!answer.error) return;
  expect(answer.error.code).toMatch(/^map\./);
  expect(stderr).toBe(`mapassay: ${answer.error.message}\n`);
}

describe("the suggested level", () => {
  const suggestedFor = async (name: string) => {
    const { stdout } = await run("inspect", mapNamed(name));
    return (JSON.parse(stdout) as { input: ReportInput }).input.contourSuggestions[0];
  };
  const isNear = (level: number, authors: number) => level >= authors / 2 && level <= authors * 2;

  testWithData("of emd_1997.map is within a factor 2 of the authors' 1, or says that it is unsure", async () => {
    const { level, confidence } = await suggestedFor("emd_1997.map");
    expect(isNear(level, 1) || confidence === "low", `${level} with ${confidence} confidence`).toBe(true);
  });

  testWithData("of emd_44046.map.gz, almost all zeros, is within a factor 2 of the authors' 0.3", async () => {
    const { level } = await suggestedFor("emd_44046.map.gz");
    expect(isNear(level, 0.3), `${level}`).toBe(true);
  });
});
