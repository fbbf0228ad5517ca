import type { CheckResult, Reading } from "../checks/check.ts";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import type { Triple } from "../core/volume/grid.ts";
import type { MapStatistics } from "../core/volume/statistics.ts";

/** A fact about the file that a reader of the report should know. */
export interface Diagnosis {
  readonly code: string;
  readonly severity: "info" | "repaired" | "warning";
  readonly message: string;
}

/** A proposed contour level and why. */
export interface ReportedContourSuggestion {
  readonly level: number;
  readonly method: string;
  readonly version: number;
  readonly confidence: "high" | "low";
  readonly reason: string;
}

/** What was measured, as far as it identifies the input; no clock and no path. */
export interface ReportInput {
  readonly fileName: string;
  /** SHA-256 of the file as given, lower-case hexadecimal. */
  readonly sha256: string;
  readonly compression: "none" | "gzip" | "bzip2" | "zip";
  readonly mode: number;
  readonly box: Triple;
  /** Å per voxel. */
  readonly voxelSize: Triple;
  readonly voxelSizeSource: "header" | "user";
  /** Voxels of the file along each axis that became one; box, voxel size and every number are of the binned map. */
  readonly binning?: Binning;
  readonly contourLevel: number;
  readonly contourSource: "user" | "suggested" | "emdb";
  /** Å, as reported by the authors. */
  readonly resolution: number | null;
  readonly title?: string;
  readonly emdbId?: string;
  readonly depositionDate?: string;
  /** kDa, expected by the user; only a suggested level depends on it. */
  readonly molecularMass?: number;
  readonly contourSuggestions: readonly ReportedContourSuggestion[];
  readonly statistics: MapStatistics;
  readonly diagnosis: readonly Diagnosis[];
}

/** Indices of the slices that the report shows, x, y, z, from 0; `null` where the volume does not exist. */
export interface ReportFigureIndices {
  readonly centralSlices: Triple;
  readonly maxVarianceSlices: {
    readonly map: Triple;
    readonly hardMask: Triple | null;
    readonly softMask: Triple | null;
    readonly rawMask: Triple | null;
    readonly outliers: Triple | null;
    readonly bFactorCorrected: Triple | null;
  };
}

export interface Score {
  readonly passed: number;
  readonly evaluable: number;
}

/** The versioned report: plain JSON, the same for every renderer. */
export interface Report {
  readonly schemaVersion: 1;
  readonly software: { readonly name: "mapassay"; readonly version: string };
  /** ISO 8601; only where it was asked for, as it changes from run to run. */
  readonly createdAt?: string;
  /** Seconds that each step took; only with `createdAt`. */
  readonly timings?: Readonly<Record<string, number>>;
  readonly reading: Reading;
  readonly input: ReportInput;
  readonly figures: ReportFigureIndices;
  readonly checks: readonly CheckResult[];
  readonly score: Readonly<Record<Reading, Score>>;
}
