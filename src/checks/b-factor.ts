import type { BFactorMeasurements } from "../core/fourier/guinier.ts";
import { type CheckDefinition, type CheckResult, type CheckWarning, judged } from "./check.ts";

export const B_FACTOR: CheckDefinition = { id: "0.d", key: "bFactor", title: "B-factor analysis" };

/** Å²: VRS, Level 0.d. The corrected reading needs 10 Å or better and five points for a line to mean anything. */
export const B_FACTOR_LIMITS = { lowest: -300, highest: 0, resolution: 10, fitPoints: 5, anisotropy: 0.01 } as const;

export interface BFactorContext {
  /** Å, or `null` when not reported. */
  readonly resolution: number | null;
  /** Largest relative difference between the voxel sizes of two axes. */
  readonly anisotropy: number;
}

/** Do the amplitudes fall off as those of a sharpened map do? B < 0 decays. */
export function evaluateBFactor(
  measurements: BFactorMeasurements,
  context: BFactorContext,
): CheckResult<BFactorMeasurements> {
  const reason = whyNot(measurements, context);
  const warnings = { corrected: reason ? [] : corrected(measurements.bFactor), vrs: vrs(measurements.bFactor) };
  const status = {
    corrected: reason ? ("notApplicable" as const) : judged(warnings.corrected),
    vrs: context.resolution === null ? ("notApplicable" as const) : judged(warnings.vrs),
  };
  return { ...B_FACTOR, status, warnings, ...(reason && { reason }), measurements };
}

function whyNot({ fitPoints, bFactor }: BFactorMeasurements, { resolution, anisotropy }: BFactorContext) {
  if (resolution === null) return "No resolution is reported.";
  if (anisotropy > B_FACTOR_LIMITS.anisotropy) return "The voxels are not cubic: shells of resolution are not spheres.";
  if (resolution > B_FACTOR_LIMITS.resolution) return `Needs ${B_FACTOR_LIMITS.resolution} Å or better.`;
  if (fitPoints < B_FACTOR_LIMITS.fitPoints || bFactor === null) {
    return `Only ${fitPoints} points lie between 15 Å and the reported resolution; a line needs ${B_FACTOR_LIMITS.fitPoints}.`;
  }
  return undefined;
}

function corrected(bFactor: number | null): CheckWarning[] {
  if (bFactor !== null && bFactor > B_FACTOR_LIMITS.highest) {
    return [{ code: "bFactor.overSharpened", message: "Over-sharpened: amplitudes rise with resolution (B above 0)." }];
  }
  if (bFactor !== null && bFactor < B_FACTOR_LIMITS.lowest) {
    const message = `Not sharpened: amplitudes still fall off (B below ${String(B_FACTOR_LIMITS.lowest).replace("-", "−")} Å²).`;
    return [{ code: "bFactor.notSharpened", message }];
  }
  return [];
}

function vrs(bFactor: number | null): CheckWarning[] {
  const outside = bFactor !== null && (bFactor < B_FACTOR_LIMITS.lowest || bFactor > B_FACTOR_LIMITS.highest);
  return outside ? [{ code: "bFactor.outOfRange", message: "The B-factor is out of the interval [−300, 0] Å²." }] : [];
}
