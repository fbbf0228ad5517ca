import { describe, expect } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { mapNamed, references, testWithData } from "../support/data-folder.ts";
import { t32File } from "../support/phantom.ts";
import { printedDifferences, type VrsReport } from "../support/printed-digits.ts";
import { type ComparedReport, reportDifferences } from "../support/report-diff.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { validations } from "./validated.ts";
import { VRS_RUNS } from "./vrs-runs.ts";

interface Reference extends ComparedReport {
  readonly input: Report["input"];
  readonly parameters?: { readonly voxelSize: number };
}

/** The checks whose numbers are measured. */
const CHECKS = ["mass", "mask", "background", "bFactor", "localBFactor", "localOccupancy"];

/** For a run on a busy machine. */
const TIMEOUT = 120_000;

const folder = temporaryFolder();
const validated = validations();

function validatedAs({ input, parameters }: Reference, threads?: number): Promise<string> {
  const { contourLevel, resolution } = input;
  return validated(mapNamed(input.fileName), { contourLevel, resolution, voxelSize: parameters?.voxelSize, threads });
}

describe("the numpy and scipy reference, to the contract's tolerances", () => {
  for (const { name, content } of references<Reference>("reference")) {
    const compare = async () => {
      const report: ComparedReport = JSON.parse(await validatedAs(content));
      expect(reportDifferences(content, report, { checks: CHECKS })).toEqual([]);
    };
    testWithData(name, compare, TIMEOUT);
  }
  testWithData("has maps of every kind", () => {
    const modes = references<Reference>("reference").map(({ content }) => content.input.mode);
    expect(modes).toEqual(expect.arrayContaining([0, 2]));
  });
});

describe("VRS's own run, to the digits it prints", () => {
  const phantom = folder.write("T32.mrc", t32File());

  for (const { name, content } of references<VrsReport>("reference-vrs")) {
    const compare = async () => {
      const { map, exceptions } = VRS_RUNS[name.replace(".json", "")]!;
      const { contourLevel, resolution } = content.input;
      const json = await validated(map === "T32" ? phantom : mapNamed(map), { contourLevel, resolution });
      const differences = printedDifferences(content, JSON.parse(json));
      const unexplained = differences.filter(({ path }) => !(path in exceptions));
      expect(unexplained).toEqual([]);
      const gone = Object.keys(exceptions).filter((path) => !differences.some((one) => one.path === path));
      expect(gone).toEqual([]);
    };
    testWithData(name, compare, TIMEOUT);
  }
  testWithData("is there of every map", () => {
    const names = references<VrsReport>("reference-vrs").map(({ name }) => name.replace(".json", ""));
    expect(names).toEqual(Object.keys(VRS_RUNS).sort());
  });
});

testWithData(
  "the report's bytes do not depend on the number of threads",
  async () => {
    const [reference] = references<Reference>("reference").filter(({ name }) => name === "emd_5778_3j5p.json");
    const reports = new Set<string>();
    for (const threads of [1, 2, 3]) reports.add(await validatedAs(reference!.content, threads));
    expect(reports.size).toBe(1);
  },
  TIMEOUT,
);
