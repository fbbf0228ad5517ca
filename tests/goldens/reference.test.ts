import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { mapNamed, references, testWithData } from "../support/data-folder.ts";
import { type ComparedReport, reportDifferences } from "../support/report-diff.ts";
import { runCli } from "../support/run-cli.ts";

interface Reference extends ComparedReport {
  readonly input: Report["input"];
  readonly parameters?: { readonly voxelSize: number };
}

/** The checks whose numbers are measured. */
const CHECKS = ["mass", "mask", "background", "bFactor", "localBFactor", "localOccupancy"];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mapassay-goldens-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function validate(reference: Reference, threads = 2): Promise<string> {
  const { fileName, contourLevel, resolution } = reference.input;
  const json = join(folder, `${fileName}-${threads}.json`);
  const voxelSize = reference.parameters?.voxelSize;
  const { status, stderr } = await runCli([
    ...["validate", mapNamed(fileName), "--contour", `${contourLevel}`, "--json", json, "--threads", `${threads}`],
    ...(resolution === null ? [] : ["--resolution", `${resolution}`]),
    ...(voxelSize === undefined ? [] : ["--voxel-size", `${voxelSize}`]),
    "--quiet",
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return readFile(json, "utf8");
}

describe("the numpy and scipy reference, to the contract's tolerances", () => {
  for (const { name, content } of references<Reference>("reference")) {
    testWithData(name, async () => {
      const report: ComparedReport = JSON.parse(await validate(content));
      expect(reportDifferences(content, report, { checks: CHECKS })).toEqual([]);
    });
  }
  testWithData("has maps of every kind", () => {
    const modes = references<Reference>("reference").map(({ content }) => content.input.mode);
    expect(modes).toEqual(expect.arrayContaining([0, 2]));
  });
});

testWithData("the report's bytes do not depend on the number of threads", async () => {
  const [reference] = references<Reference>("reference").filter(({ name }) => name === "emd_5778_3j5p.json");
  const reports = new Set<string>();
  for (const threads of [1, 2, 3]) reports.add(await validate(reference.content, threads));
  expect(reports.size).toBe(1);
});
