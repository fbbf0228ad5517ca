import type { CheckKey, CheckResult, CheckWarning, Verdict } from "../../src/checks/check.ts";
import type { GuinierPoint } from "../../src/core/fourier/guinier.ts";
import { massCurveLevels, measureMask } from "../../src/core/volume/components.ts";
import type { Grid } from "../../src/core/volume/grid.ts";
import { measureMass } from "../../src/core/volume/mass.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import type { Report, ReportInput } from "../../src/report/report.ts";

/** A report of an invented map of 64³ voxels at 1.5 Å: 0.a and 0.d pass, 0.b and 0.c warn, 0.e to 0.h are not measured. */

const GRID: Grid = { box: [64, 64, 64], voxelSize: [1.5, 1.5, 1.5], origin: [0, 0, 0] };
const LEVEL = 0.12;
const KEYS: readonly CheckKey[] = [
  "mass",
  "mask",
  "background",
  "bFactor",
  "localResolution",
  "localBFactor",
  "localOccupancy",
  "hand",
];
const TITLES = [
  "Mass analysis",
  "Mask analysis",
  "Background analysis",
  "B-factor analysis",
  "Local resolution",
  "Local B-factor",
  "Local occupancy",
  "Hand",
];
const NOT_YET = "Not in this version yet";

export interface SampleChanges {
  readonly input?: Partial<ReportInput>;
  readonly reading?: Report["reading"];
  /** Replace checks of the sample, by key. */
  readonly checks?: Partial<Record<CheckKey, Partial<CheckResult>>>;
}

export function sampleReport({ input, reading = "corrected", checks = {} }: SampleChanges = {}): Report {
  return assembleReport({
    version: "0.1.0",
    reading,
    input: { ...sampleInput(), ...input },
    figures: {
      centralSlices: [32, 32, 32],
      maxVarianceSlices: {
        map: [30, 33, 31],
        hardMask: [31, 32, 31],
        softMask: [31, 32, 31],
        rawMask: [31, 32, 30],
        outliers: [12, 50, 44],
        bFactorCorrected: [30, 33, 31],
      },
    },
    checks: KEYS.map((key) => ({ ...sampleCheck(key), ...checks[key] })),
  });
}

/** A check with a verdict for both readings, one warning for each of the codes, and no measurements unless given. */
export function sampleResult(
  key: CheckKey,
  verdict: Verdict,
  more: Partial<CheckResult> & { codes?: string[] } = {},
): CheckResult {
  const { codes = [], ...rest } = more;
  const index = KEYS.indexOf(key);
  const warnings = codes.map(warning);
  const reason = verdict === "failed" || verdict === "notApplicable" ? { reason: NOT_YET } : {};
  return {
    id: `0.${"abcdefgh".charAt(index)}` as CheckResult["id"],
    key,
    title: TITLES[index]!,
    status: { corrected: verdict, vrs: verdict },
    warnings: { corrected: warnings, vrs: warnings },
    ...reason,
    measurements: {},
    ...rest,
  };
}

export function sampleInput(): ReportInput {
  return {
    fileName: "sample.map",
    sha256: "2f7d1c0b9ae84563f2d1c0b9ae845632f7d1c0b9ae84563f2d1c0b9ae8456321",
    compression: "none",
    mode: 2,
    box: GRID.box,
    voxelSize: GRID.voxelSize,
    voxelSizeSource: "header",
    contourLevel: LEVEL,
    contourSource: "suggested",
    resolution: 6.5,
    contourSuggestions: [
      {
        level: LEVEL,
        method: "connectivity",
        version: 1,
        confidence: "high",
        reason: "The map is one piece up to 0.150.",
      },
      {
        level: 0.09,
        method: "noise",
        version: 1,
        confidence: "low",
        reason: "Five standard deviations of the background.",
      },
    ],
    statistics: { min: -0.2113, max: 0.7321, mean: 0.00412, std: 0.0513 },
    diagnosis: [
      {
        code: "axes.permuted",
        severity: "repaired",
        message: "The axes were stored as z, y, x and have been put in order.",
      },
      { code: "labels.none", severity: "info", message: "The header carries no labels." },
    ],
  };
}

function sampleCheck(key: CheckKey): CheckResult {
  switch (key) {
    case "mass":
      return sampleResult(key, "ok", { measurements: massMeasurements() });
    case "mask":
      return sampleResult(key, "warning", {
        codes: ["mask.components"],
        measurements: maskMeasurements([21034, 900, 700, 500, 400, 300, 120, 3, 1]),
      });
    case "background":
      return sampleResult(key, "warning", { codes: ["background.outliers"], measurements: BACKGROUND });
    case "bFactor":
      return sampleResult(key, "ok", { measurements: bFactorMeasurements() });
    default:
      return sampleResult(key, "failed");
  }
}

function warning(code: string): CheckWarning {
  return { code, message: `The number behind ${code} lies outside its limits` };
}

function massMeasurements() {
  const extent = { x: [14, 48], y: [15, 50], z: [16, 47] } as const;
  const moments = { total: 1000, first: [31200, 32400, 31500] } as const;
  return measureMass({ grid: GRID, extent, wholeMap: moments, insideMask: moments });
}

/** The mask check of the sample's grid for components of these sizes. */
export function maskMeasurements(componentSizes: readonly number[]) {
  const levels = massCurveLevels(0.7321);
  const total = componentSizes.reduce((sum, size) => sum + size, 0);
  return measureMask({
    grid: GRID,
    componentSizes,
    levels,
    voxelsAbove: levels.map((_, i) => Math.round(60000 * Math.exp(-i / 2.4))),
    hardVoxels: 33000,
    overlapVoxels: Math.max(...componentSizes, 0) || total,
    dilationSteps: 2,
  });
}

const BACKGROUND = {
  voxels: 229144,
  mean: 0.00021,
  std: 0.0231,
  gaussianPercent: 5.733031437583892e-5,
  constantFraction: 0.0004,
  masked: false,
  corrected: { effectiveVoxels: 5120.25, t: 0.6504, p: 0.5155, outlierPercent: 1.21, outlierRatio: 21105.75 },
  vrs: { t: 4.3516, p: 0.0000135, outlierPercent: 1.23, outlierRatio: 21454.61 },
};

function bFactorMeasurements() {
  const [slope, intercept] = [-51.25, -6.1];
  const guinier: GuinierPoint[] = Array.from({ length: 29 }, (_, i) => {
    const x = (i / (64 * 1.5)) ** 2;
    const lnAmplitude = i === 0 ? -3.2 : intercept + slope * x + 0.4 * Math.exp(-i / 3) + 0.05 * Math.sin(3 * i);
    return {
      inverseResolutionSquared: x,
      lnAmplitude,
      fitted: intercept + slope * x,
      corrected: x <= 1 / 6.5 ** 2 ? lnAmplitude - slope * x : lnAmplitude,
    };
  });
  return { fitPoints: 9, slope, intercept, bFactor: 4 * slope, bFactorStandardError: 17.4, guinier };
}
