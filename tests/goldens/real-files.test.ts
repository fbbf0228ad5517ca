import { basename } from "node:path";
import { describe, expect } from "vitest";
import type { ErrorRecord } from "../../src/core/errors.ts";
import type { ReportInput } from "../../src/report/report.ts";
import { dataFiles, mapNamed, testWithData } from "../support/data-folder.ts";
import { type CliRun, runCli } from "../support/run-cli.ts";

/** Long enough on a busy machine: what takes longer hangs. How long it should take is the benchmark's to say. */
const SECONDS = 40;

/** Runs a command on a file, the JSON to standard output. */
const run = (command: "inspect" | "validate", path: string) =>
  runCli([command, path, "--json", "-", "--threads", "2", "--quiet"]);

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
  // The authors' contour levels.
  for (const [name, level] of [["emd_1997.map", 1] as const, ["emd_44046.map.gz", 0.3] as const]) {
    testWithData(`of ${name} is within a factor 2 of ${level}, or says that it is unsure`, async () => {
      const { stdout } = await run("inspect", mapNamed(name));
      const [first] = (JSON.parse(stdout) as { input: ReportInput }).input.contourSuggestions;
      const near = first.level >= level / 2 && first.level <= level * 2;
      expect(near || first.confidence === "low", `${first.level} with ${first.confidence} confidence`).toBe(true);
    });
  }
});
