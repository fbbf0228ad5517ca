import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckKey, CheckResult } from "../../src/checks/check.ts";
import { formatFixed } from "../../src/core/format/printf.ts";
import type { BFactorMeasurements } from "../../src/core/fourier/guinier.ts";
import type { BackgroundMeasurements } from "../../src/core/volume/background.ts";
import type { MaskMeasurements } from "../../src/core/volume/components.ts";
import type { MassMeasurements } from "../../src/core/volume/mass.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { Report } from "../../src/report/report.ts";
import { createLocalEngine } from "../support/local-engine.ts";
import { T32, t32File, t32Voxels } from "../support/phantom.ts";
import { runCli } from "../support/run-cli.ts";
import { formatSignificant } from "../support/significant.ts";

/** The published vectors of an independent implementation, for a map that this test makes. Values to the digits given. */

const voxels = t32Voxels();

test("the map is the one of the vectors", () => {
  const digits = [...voxels.subarray(0, 3)].map((value) => formatSignificant(value, 9));
  expect(digits).toEqual(["-0.0131772235", "-0.00653646654", "0.000212101615"]);
  expect(formatSignificant(Math.min(...voxels), 9)).toBe("-0.0249992087");
  expect(formatSignificant(Math.max(...voxels), 9)).toBe("1.36071336");
  expect(
    formatSignificant(
      voxels.reduce((sum: number, value) => sum + value, 0),
      9,
    ),
  ).toBe("760.448576");
});

interface Run {
  readonly start: () => Promise<void>;
  readonly validate: (resolution: number) => Promise<Report>;
  readonly stop: () => Promise<void> | void;
}

/** One private worker, in this thread, by the engine's own interface. */
function privateEngine(): Run {
  let engine: Engine;
  let mapId = "";
  return {
    async start() {
      engine = createLocalEngine();
      mapId = (await engine.open({ file: new File([t32File()], "T32.mrc") })).id;
    },
    async validate(resolution) {
      const parameters = { contourLevel: T32.contourLevel, contourSource: "user", resolution } as const;
      return (await engine.validate(mapId, parameters)).report;
    },
    stop: () => engine.dispose(),
  };
}

/** Three workers over shared memory, by the built command line. */
function commandLine(): Run {
  let folder = "";
  return {
    async start() {
      folder = await mkdtemp(join(tmpdir(), "mapassay-t32-"));
      await writeFile(join(folder, "T32.mrc"), t32File());
    },
    async validate(resolution) {
      const json = join(folder, "report.json");
      const level = ["--contour", `${T32.contourLevel}`, "--resolution", `${resolution}`];
      const run = await runCli([
        "validate",
        join(folder, "T32.mrc"),
        ...level,
        "--json",
        json,
        "--threads",
        "3",
        "--quiet",
      ]);
      expect(run).toMatchObject({ status: 0, stdout: "", stderr: "" });
      return JSON.parse(await readFile(json, "utf8"));
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

test("the soft mask, as far as it is drawn, is the numpy reference's", async () => {
  const engine = createLocalEngine();
  const { id } = await engine.open({ file: new File([t32File()], "T32.mrc") });
  const { figures } = await engine.validate(id, { contourLevel: 0.2, contourSource: "user", resolution: null });
  const [x, , z] = figures.softMask!.slices.map(({ values }) => values);
  const sums = [x, z].map((values) =>
    formatFixed(
      values.reduce((sum: number, value) => sum + value, 0),
      4,
    ),
  );
  expect(sums).toEqual(["162.3329", "182.2027"]);
  expect(formatFixed(Math.max(...x, ...z), 7)).toBe("0.9999788");
  engine.dispose();
});

describe.each([
  ["the engine with private memory", privateEngine],
  ["the command line", commandLine],
])("%s", (_, make) => {
  const { start, validate, stop } = make();
  let report: Report;
  beforeAll(async () => {
    await start();
    report = await validate(6);
  });
  afterAll(() => stop());

  const measured = <T>(key: CheckKey) => checkOf<T>(report, key).measurements;
  const massOf = () => measured<MassMeasurements>("mass");
  const maskOf = () => measured<MaskMeasurements>("mask");
  const backgroundOf = () => measured<BackgroundMeasurements>("background");

  test("input: the map's own statistics", () => {
    const { min, max, mean } = report.input.statistics;
    expect(report.input).toMatchObject({
      box: T32.box,
      voxelSize: [2, 2, 2],
      mode: 2,
      contourLevel: 0.2,
      resolution: 6,
    });
    expect([min, max, mean * voxels.length].map((value) => formatSignificant(value, 9))).toEqual([
      "-0.0249992087",
      "1.36071336",
      "760.448576",
    ]);
  });

  test("figures: the slices of largest variance", () => {
    expect(report.figures).toEqual({
      centralSlices: [16, 16, 16],
      maxVarianceSlices: {
        map: [17, 16, 16],
        hardMask: [16, 16, 17],
        softMask: [16, 16, 17],
        rawMask: [16, 16, 17],
        outliers: [24, 24, 6],
        bFactorCorrected: [17, 16, 17],
      },
    });
  });

  test("0.a: margins, decentering and centre of mass as VRS prints them", () => {
    const { vrs } = massOf();
    expect(inHundredths(vrs!.margins)).toEqual({ x: ["16.00", "16.00"], y: ["18.00", "20.00"], z: ["18.00", "18.00"] });
    // 3.125 exactly: C rounds to even.
    expect(inHundredths(vrs!.decentering)).toEqual({ x: "0.00", y: "3.12", z: "0.00" });
    expect(vrs!.centerOfMass.map((center) => formatFixed(center!, 4))).toEqual(["15.9484", "15.7652", "16.1757"]);
  });

  test("0.a: the corrected reading has no voxel too many on the right", () => {
    const { corrected, maskExtent } = massOf();
    expect(maskExtent).toEqual({ x: [8, 24], y: [9, 22], z: [9, 23] });
    expect(corrected!.margins).toEqual({ x: [16, 14], y: [18, 18], z: [18, 16] });
    expect(corrected!.decentering).toEqual({ x: 0, y: 3.125, z: 0 });
  });

  test("0.b: components, the list to 95 % and what remains", () => {
    const mask = maskOf();
    const [first] = mask.components;
    expect(mask).toMatchObject({ rawVoxels: 1133, componentCount: 3, componentsTo95: 1 });
    expect(mask.components).toHaveLength(1);
    expect([first.voxels, formatFixed(first.percent, 2), formatFixed(first.cumulativePercent, 2)]).toEqual([
      1115,
      "98.41",
      "98.41",
    ]);
    expect(mask.remaining).toEqual({ count: 2, voxels: 18, meanVoxels: 9, largestVoxels: 11, smallestVoxels: 7 });
    expect(mask.vrs).toEqual({ remainingMeanVolume: 8, printedFrom: 1115, printedTo: 7 });
    expect(mask.corrected).toEqual({ remainingMeanVolume: 72 });
  });

  test("0.b: the mass curve", () => {
    const rows = maskOf().massCurve.map(({ level, voxels: above }) => [formatFixed(level, 4), above]);
    expect(rows).toHaveLength(24);
    expect(rows.slice(0, 3)).toEqual([
      ["0.0544", 2332],
      ["0.1089", 1653],
      ["0.1633", 1307],
    ]);
    expect(rows.slice(-2)).toEqual([
      ["1.2519", 9],
      ["1.3063", 4],
    ]);
  });

  test("0.b: the hard mask", () => {
    const { constructed } = maskOf();
    expect(constructed).toMatchObject({ voxels: 1948, volume: 15584, dilationSteps: 1 });
    expect(formatFixed(constructed.overlap, 6)).toBe("0.984113");
  });

  test("0.b: the mean volume that remains, one voxel in VRS and nine in the corrected reading, warns in both", () => {
    const { status, warnings } = checkOf(report, "mask");
    expect(status).toEqual({ corrected: "warning", vrs: "warning" });
    for (const list of [warnings.corrected, warnings.vrs]) {
      expect(list.map(({ code }) => code)).toEqual(["mask.remainingVolume"]);
    }
  });

  test("0.c: the background", () => {
    const { voxels: count, mean, std, vrs } = backgroundOf();
    expect(count).toBe(30820);
    expect([formatFixed(mean, 8), formatFixed(std, 8)]).toEqual(["0.00281630", "0.01923381"]);
    expect([formatFixed(vrs.t!, 4), formatFixed(vrs.outlierPercent, 6)]).toEqual(["25.7054", "0.191434"]);
    expect(formatFixed(vrs.outlierRatio, 6)).toBe("3339.143275");
  });

  test("0.d at 6 Å: eleven points, six of them fitted", () => {
    const { guinier, fitPoints } = measured<BFactorMeasurements>("bFactor");
    expect([guinier.length, fitPoints]).toEqual([11, 6]);
    const first = guinier.slice(0, 3).map(({ lnAmplitude }) => formatSignificant(lnAmplitude));
    expect(first).toEqual(["-3.7633", "-4.08751", "-4.74411"]);
  });

  test.each([
    [6, "-91.1208", "-7.45047", "-364.483"],
    [5, "-57.2041", "-7.87242", "-228.817"],
    [3, "-24.3289", "-8.42441", "-97.3154"],
  ])("0.d at %d Å: slope %s, intercept %s, B %s", async (resolution, slope, intercept, bFactor) => {
    const fitted = resolution === 6 ? report : await validate(resolution);
    const fit = checkOf<BFactorMeasurements>(fitted, "bFactor").measurements;
    const digits = [fit.slope, fit.intercept, fit.bFactor].map((value) => formatSignificant(value!));
    expect(digits).toEqual([slope, intercept, bFactor]);
  });

  test("0.d at 18 Å: no number, which VRS lets pass", async () => {
    const { measurements, status } = checkOf<BFactorMeasurements>(await validate(18), "bFactor");
    const nothing = { slope: null, intercept: null, bFactor: null, bFactorStandardError: null };
    expect(measurements).toMatchObject({ fitPoints: 0, ...nothing });
    expect(status).toEqual({ corrected: "notApplicable", vrs: "ok" });
  });
});

function checkOf<T = unknown>(report: Report, key: CheckKey): CheckResult<T> {
  return report.checks.find((check) => check.key === key) as CheckResult<T>;
}

/** Every number of a record as VRS prints it. */
function inHundredths(record: Readonly<Record<string, number | readonly number[]>>): Record<string, string | string[]> {
  const print = (value: number) => formatFixed(value, 2);
  const printed = Object.entries(record).map(([axis, value]) => [
    axis,
    typeof value === "number" ? print(value) : value.map(print),
  ]);
  return Object.fromEntries(printed);
}
