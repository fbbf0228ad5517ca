import { evaluateBFactor } from "../../src/checks/b-factor.ts";
import { evaluateBackground } from "../../src/checks/background.ts";
import type { CheckKey, CheckResult, Verdict } from "../../src/checks/check.ts";
import { CHECKS, failedCheck, withoutMask } from "../../src/checks/index.ts";
import { evaluateMask } from "../../src/checks/mask.ts";
import { evaluateMass } from "../../src/checks/mass.ts";
import type { GuinierPoint } from "../../src/core/fourier/guinier.ts";
import type { BackgroundMeasurements } from "../../src/core/volume/background.ts";
import { massCurveLevels, measureMask, volumeOfVoxel } from "../../src/core/volume/components.ts";
import type { Grid } from "../../src/core/volume/grid.ts";
import { measureMass } from "../../src/core/volume/mass.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import type { Report, ReportInput } from "../../src/report/report.ts";

/** An invented map of 64³ voxels at 1.5 Å: corrected, 0.a and 0.d pass, 0.b and 0.c warn, 0.e to 0.h are not measured. */
const GRID: Grid = { box: [64, 64, 64], voxelSize: [1.5, 1.5, 1.5], origin: [0, 0, 0] };
const MAXIMUM = 0.7321;
const RESOLUTION = 6.5;
const NOT_YET = "Not in this version yet.";

export interface SampleChanges {
  readonly input?: Partial<ReportInput>;
  readonly reading?: Report["reading"];
  /** In place of the sample's own. */
  readonly checks?: readonly CheckResult[];
}

export function sampleReport({ input, reading = "corrected", checks = [] }: SampleChanges = {}): Report {
  const own = [sampleMass(), sampleMask(), sampleBackground(), sampleBFactor()];
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
    checks: CHECKS.map((definition) => {
      const results = [...checks, ...own];
      return results.find(({ key }) => key === definition.key) ?? failedCheck(definition, NOT_YET);
    }),
  });
}

/** The report of a map that nowhere reaches its contour level. */
export function emptyMaskReport(): Report {
  const empty = measureMass({ grid: GRID, extent: null, wholeMap: NO_MASS, insideMask: NO_MASS });
  const checks = [evaluateMass(empty), ...CHECKS.slice(1).map(withoutMask)];
  const report = sampleReport({ checks, input: { contourLevel: 9 } });
  const { map } = report.figures.maxVarianceSlices;
  const none = { hardMask: null, softMask: null, rawMask: null, outliers: null, bFactorCorrected: null };
  return { ...report, figures: { ...report.figures, maxVarianceSlices: { map, ...none } } };
}

/** A check with one verdict in both readings, a warning for each code, and no measurements unless given. */
export function sampleResult(
  key: CheckKey,
  verdict: Verdict,
  more: Partial<CheckResult> & { codes?: string[] } = {},
): CheckResult {
  const { codes = [], ...rest } = more;
  const warnings = codes.map((code) => ({ code, message: `A number behind ${code} lies outside its limits.` }));
  const reason = verdict === "failed" || verdict === "notApplicable" ? { reason: NOT_YET } : {};
  return {
    ...CHECKS.find((definition) => definition.key === key)!,
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
    contourLevel: 0.12,
    contourSource: "suggested",
    resolution: RESOLUTION,
    contourSuggestions: [
      { level: 0.12, method: "combined", version: 1, confidence: "high", reason: "The map is one piece up to 0.150." },
      {
        level: 0.09,
        method: "background",
        version: 1,
        confidence: "low",
        reason: "Five deviations of the background.",
      },
    ],
    statistics: { min: -0.2113, max: MAXIMUM, mean: 0.00412, std: 0.0513 },
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

/** 0.a for a mask that spans these voxels along z, and 14 to 48 along x, 15 to 49 along y. */
export function sampleMass(z: readonly [number, number] = [16, 47]): CheckResult {
  const moments = { total: 1000, first: [31200, 32400, 31500] } as const;
  return evaluateMass(
    measureMass({ grid: GRID, extent: { x: [14, 48], y: [15, 49], z }, wholeMap: moments, insideMask: moments }),
  );
}

/** 0.b for pieces of these sizes, of which the largest is the mask. */
export function sampleMask(
  componentSizes: readonly number[] = [21034, 900, 700, 500, 400, 300, 120, 3, 1],
): CheckResult {
  const levels = massCurveLevels(MAXIMUM);
  const facts = {
    grid: GRID,
    componentSizes,
    levels,
    voxelsAbove: levels.map((_, i) => Math.round(60000 * Math.exp(-i / 2.4))),
    hardVoxels: 33000,
    overlapVoxels: Math.max(...componentSizes),
    dilationSteps: 2,
  };
  return evaluateMask(measureMask(facts), volumeOfVoxel(GRID));
}

/** 0.c for a background with a small mean and many outliers, or with these numbers instead. */
export function sampleBackground(changes: Partial<BackgroundMeasurements> = {}): CheckResult {
  return evaluateBackground({
    voxels: 229144,
    mean: 0.00021,
    std: 0.0231,
    gaussianPercent: 5.733031437583892e-5,
    constantFraction: 0.0004,
    masked: false,
    corrected: { effectiveVoxels: 5120.25, t: 0.6504, p: 0.5155, outlierPercent: 1.21, outlierRatio: 21105.75 },
    vrs: { t: 4.3516, p: 0.0000135, outlierPercent: 1.23, outlierRatio: 21454.61 },
    ...changes,
  });
}

/** 0.d for a Guinier curve of this slope, in Å²; without a fit for a missing resolution. */
export function sampleBFactor(slope = -51.25, resolution: number | null = RESOLUTION): CheckResult {
  const fitted = resolution !== null;
  const guinier = Array.from({ length: 29 }, (_, i) => guinierPoint(i, fitted ? slope : null));
  const measurements = {
    fitPoints: fitted ? 9 : 0,
    slope: fitted ? slope : null,
    intercept: fitted ? INTERCEPT : null,
    bFactor: fitted ? 4 * slope : null,
    bFactorStandardError: fitted ? 17.4 : null,
    guinier,
  };
  return evaluateBFactor(measurements, { resolution, anisotropy: 0 });
}

const INTERCEPT = -6.1;
const NO_MASS = { total: 0, first: [0, 0, 0] } as const;

function guinierPoint(shell: number, slope: number | null): GuinierPoint {
  const x = (shell / (64 * 1.5)) ** 2;
  const ripple = 0.4 * Math.exp(-shell / 3) + 0.05 * Math.sin(3 * shell);
  const lnAmplitude = shell === 0 ? -3.2 : INTERCEPT + (slope ?? -50) * x + ripple;
  if (slope === null) return { inverseResolutionSquared: x, lnAmplitude, fitted: null, corrected: null };
  const corrected = x <= 1 / RESOLUTION ** 2 ? lnAmplitude - slope * x : lnAmplitude;
  return { inverseResolutionSquared: x, lnAmplitude, fitted: INTERCEPT + slope * x, corrected };
}
