import { bandWidth, COARSEST } from "../core/local/frequencies.ts";
import type { LocalBFactorMeasurements } from "../core/local/local-b-factor.ts";
import { type Percentiles, spreadOf } from "../core/volume/distribution.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const LOCAL_B_FACTOR: CheckDefinition = { id: "0.f", key: "localBFactor", title: "Local B-factor" };

/**
 * Å²: VRS, Level 0.f. The corrected reading takes the white-noise offset off, and needs a fit over at least `bands` widths of
 * its filters: a narrower one sees the same amplitudes at both ends.
 */
export const LOCAL_B_FACTOR_LIMITS = {
  lowest: -300,
  highest: 0,
  spread: 0.01,
  resolution: COARSEST,
  bands: 3,
  anisotropy: 0.01,
} as const;

export interface LocalContext {
  /** Å. */
  readonly resolution: number;
  /** Largest relative difference between the voxel sizes of two axes. */
  readonly anisotropy: number;
}

/** Do the amplitudes fall off plausibly everywhere? B < 0 decays. */
export function evaluateLocalBFactor(
  measurements: LocalBFactorMeasurements,
  context: LocalContext,
): CheckResult<LocalBFactorMeasurements> {
  const reason = whyNot(measurements, context);
  const warnings = {
    corrected: reason ? [] : corrected(measurements.corrected.percentiles),
    vrs: vrs(measurements.vrs.percentiles),
  };
  const status = {
    corrected: reason ? ("notApplicable" as const) : judged(warnings.corrected),
    vrs: judged(warnings.vrs),
  };
  return { ...LOCAL_B_FACTOR, status, warnings, ...(reason && { reason }), measurements };
}

function whyNot({ resized }: LocalBFactorMeasurements, { resolution, anisotropy }: LocalContext): string | undefined {
  const { bands } = LOCAL_B_FACTOR_LIMITS;
  if (anisotropy > LOCAL_B_FACTOR_LIMITS.anisotropy) return NOT_CUBIC;
  if (resolution >= LOCAL_B_FACTOR_LIMITS.resolution) return `Needs a resolution better than ${COARSEST} Å.`;
  const width = bandWidth({ size: resized.box[0], voxelSize: resized.voxelSize });
  if (1 / resolution - 1 / COARSEST < bands * width) {
    return `The range from ${COARSEST} Å to the reported resolution is narrower than ${bands} filters in a box of this size.`;
  }
  return undefined;
}

export const NOT_CUBIC = "The voxels are not cubic: shells of resolution are not spheres.";

function corrected(percentiles: Percentiles): CheckWarning[] {
  const { lowest, highest } = LOCAL_B_FACTOR_LIMITS;
  const median = percentiles.p50;
  const warnings = homogeneous(percentiles);
  if (median !== null && median > highest) {
    const message = "Locally over-sharpened: in half of the molecule amplitudes rise with resolution (median above 0).";
    warnings.push({ code: "localBFactor.overSharpened", message });
  }
  if (median !== null && median < lowest) {
    const message = `Locally not sharpened: amplitudes still fall off (median below ${signed(lowest)} Å²).`;
    warnings.push({ code: "localBFactor.notSharpened", message });
  }
  return warnings;
}

function vrs(percentiles: Percentiles): CheckWarning[] {
  const { lowest, highest } = LOCAL_B_FACTOR_LIMITS;
  const median = percentiles.p50;
  const outside = median !== null && (median < lowest || median > highest);
  const message = `The median of the local B-factor is out of the interval [${signed(lowest)}, ${highest}] Å².`;
  return [...homogeneous(percentiles), ...(outside ? [{ code: "localBFactor.outOfRange", message }] : [])];
}

function homogeneous(percentiles: Percentiles): CheckWarning[] {
  if (percentiles.p50 === null || spreadOf(percentiles) >= LOCAL_B_FACTOR_LIMITS.spread) return [];
  return [{ code: "localBFactor.homogeneous", message: "The local B-factor is the same everywhere." }];
}

function signed(value: number): string {
  return String(value).replace("-", "−");
}
