import { describe, expect, test } from "vitest";
import { type ComparedReport, reportDifferences } from "../support/report-diff.ts";

/** One value of every kind that is compared; the map's standard deviation is 2. */
const REFERENCE = {
  input: { fileName: "a.map", compression: "none", sha256: "0f", box: [20, 30, 40], statistics: { std: 2 } },
  figures: { maxVarianceSlices: { map: [3, 4, 5], hardMask: null } },
  checks: [
    {
      key: "background",
      status: { corrected: "warning", vrs: "ok" },
      warnings: { corrected: [{ code: "background.mean" }, { code: "background.outliers" }], vrs: [] },
      measurements: {
        voxels: 14237,
        mean: 0.125,
        tiny: 1.5e-7,
        masked: false,
        vrs: { t: 3.25, p: 0.0005 },
        corrected: { effectiveVoxels: 812.5, t: -2.5, p: null },
      },
    },
    {
      key: "localBFactor",
      status: { corrected: "ok", vrs: "ok" },
      warnings: { corrected: [], vrs: [] },
      measurements: { vrs: { percentiles: { p50: -120.5, p97_5: -1000.5 } } },
    },
  ],
};

type Change = number | string | boolean | null | object | undefined;

/** The differences of a copy of the reference, changed in one place; `undefined` takes the value away. */
function differences(path: string, change: Change): string[] {
  const report = structuredClone(REFERENCE);
  const keys = path.split(".");
  const last = keys.pop()!;
  const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], report);
  if (change === undefined) delete (holder as Record<string, unknown>)[last];
  else (holder as Record<string, unknown>)[last] = change;
  const found = reportDifferences(REFERENCE, report as ComparedReport, { checks: ["background", "localBFactor"] });
  return found.map(({ kind, path: place }) => `${kind} ${place}`);
}

const MEASURED = "checks.0.measurements";
const PERCENTILES = "checks.1.measurements.vrs.percentiles";

describe("finds", () => {
  test.each<[found: string, path: string, change: Change]>([
    ["integer background.voxels", `${MEASURED}.voxels`, 14238],
    ["integer figures.maxVarianceSlices.map.1", "figures.maxVarianceSlices.map.1", 5],
    ["real background.mean", `${MEASURED}.mean`, 0.125 * (1 + 2e-5)],
    ["real background.tiny", `${MEASURED}.tiny`, 1.5e-7 + 2.1e-6],
    ["real background.vrs.t", `${MEASURED}.vrs.t`, 3.25 * (1 + 2e-5)],
    ["real background.vrs.p", `${MEASURED}.vrs.p`, 0.0005 + 1e-8],
    ["real background.corrected.effectiveVoxels", `${MEASURED}.corrected.effectiveVoxels`, 812.5 * (1 + 2e-3)],
    ["real background.corrected.t", `${MEASURED}.corrected.t`, -2.5 * (1 - 2e-3)],
    ["value background.corrected.p", `${MEASURED}.corrected.p`, 0],
    ["value background.mean", `${MEASURED}.mean`, null],
    ["value background.masked", `${MEASURED}.masked`, true],
    ["value figures.maxVarianceSlices.hardMask", "figures.maxVarianceSlices.hardMask", [0, 0, 0]],
    ["value input.sha256", "input.sha256", "0e"],
    ["length input.box", "input.box", [20, 30]],
    ["missing background.mean", `${MEASURED}.mean`, undefined],
    ["missing localBFactor", "checks", REFERENCE.checks.slice(0, 1)],
    ["status background.corrected", "checks.0.status.corrected", "ok"],
    ["warnings background.vrs", "checks.0.warnings.vrs", [{ code: "background.mean" }]],
    [
      "warnings background.corrected",
      "checks.0.warnings.corrected",
      [{ code: "background.outliers" }, { code: "background.mean" }],
    ],
    ["real localBFactor.vrs.percentiles.p50", `${PERCENTILES}.p50`, -121.1],
    ["real localBFactor.vrs.percentiles.p97_5", `${PERCENTILES}.p97_5`, -998.4],
  ])("%s", (found, path, change) => {
    expect(differences(path, change)).toEqual([found]);
  });
});

describe("lets pass", () => {
  test.each<[what: string, path: string, change: Change]>([
    ["the reference itself", "input.sha256", "0f"],
    ["another name", "input.fileName", "b.map.gz"],
    ["another compression", "input.compression", "gzip"],
    ["a real within 1e-5", `${MEASURED}.mean`, 0.125 * (1 + 0.9e-5)],
    ["a real within 1e-6 of the map's deviation", `${MEASURED}.tiny`, 1.5e-7 + 1.9e-6],
    ["effective voxels within 1e-3", `${MEASURED}.corrected.effectiveVoxels`, 812.5 * (1 + 0.9e-3)],
    ["a percentile within 0.5 Å²", `${PERCENTILES}.p50`, -120.99],
    ["a large percentile within 0.2 %", `${PERCENTILES}.p97_5`, -1002.4],
    ["what the reference does not have", `${MEASURED}.more`, 1],
  ])("%s", (_, path, change) => {
    expect(differences(path, change)).toEqual([]);
  });
});
