import { GAUSSIAN_BEYOND_5_SIGMA, studentTwoSided } from "../math/distributions.ts";

/** Standard deviations of the background beyond which check 0.c counts a voxel as an outlier, as VRS does. */
export const OUTLIER_SIGMAS = 5;

/** Check 0.c. The background is every voxel outside the hard mask. Map units; percent of background voxels. */
export interface BackgroundMeasurements {
  readonly voxels: number;
  readonly mean: number;
  /** Population standard deviation about the mean. */
  readonly std: number;
  /** Percent of a Gaussian beyond ±5 σ. */
  readonly gaussianPercent: number;
  /** Share of the background equal to its median, 0…1. */
  readonly constantFraction: number;
  /** True where a mask has been applied to the map: most of the background and of the box faces hold one value. */
  readonly masked: boolean;
  readonly vrs: {
    readonly t: number | null;
    readonly p: number | null;
    readonly outlierPercent: number;
    readonly outlierRatio: number;
  };
  readonly corrected: {
    readonly effectiveVoxels: number | null;
    readonly t: number | null;
    readonly p: number | null;
    readonly outlierPercent: number;
    readonly outlierRatio: number;
  };
}

/** What the volume yields for check 0.c. */
export interface BackgroundFacts {
  readonly voxels: number;
  readonly mean: number;
  /** Σ (v − mean)² over the background. */
  readonly squaredDeviations: number;
  /** Background voxels with |v| > 5 std. */
  readonly beyondAboutZero: number;
  /** Background voxels with |v − mean| > 5 std. */
  readonly beyondAboutMean: number;
  /** Background voxels equal to the background's median. */
  readonly equalToMedian: number;
  /** Share of the six box faces equal to that median, 0…1. */
  readonly facesEqualToMedian: number;
  /** Independent voxels, or `null` where not measured (masked or constant background). */
  readonly effectiveVoxels: number | null;
}

/** True where most of the background is one value and at least half of the box faces hold it too. */
export function isMasked(facts: Pick<BackgroundFacts, "voxels" | "equalToMedian" | "facesEqualToMedian">): boolean {
  return facts.equalToMedian / facts.voxels > 0.5 && facts.facesEqualToMedian >= 0.5;
}

/**
 * The background in both readings. `vrs`: one-sample t-test over all voxels as if they were independent, outliers
 * about zero. `corrected`: `t = mean/(σ/√n_eff)` with n_eff − 1 degrees of freedom, outliers about the mean.
 */
export function measureBackground(facts: BackgroundFacts): BackgroundMeasurements {
  const { voxels, mean } = facts;
  const std = Math.sqrt(facts.squaredDeviations / voxels);
  const sampleStd = Math.sqrt(facts.squaredDeviations / (voxels - 1));
  const vrsT = mean / (sampleStd / Math.sqrt(voxels));
  const aboutZero = facts.beyondAboutZero / voxels;
  const aboutMean = facts.beyondAboutMean / voxels;
  return {
    voxels,
    mean,
    std,
    gaussianPercent: 100 * GAUSSIAN_BEYOND_5_SIGMA,
    constantFraction: facts.equalToMedian / voxels,
    masked: isMasked(facts),
    vrs: {
      t: finite(vrsT),
      p: Number.isNaN(vrsT) ? null : studentTwoSided(vrsT, voxels - 1),
      outlierPercent: 100 * aboutZero,
      outlierRatio: aboutZero / GAUSSIAN_BEYOND_5_SIGMA,
    },
    corrected: {
      ...effectiveTest(mean, std, facts.effectiveVoxels),
      outlierPercent: 100 * aboutMean,
      outlierRatio: aboutMean / GAUSSIAN_BEYOND_5_SIGMA,
    },
  };
}

function effectiveTest(mean: number, std: number, effectiveVoxels: number | null) {
  if (effectiveVoxels === null) return { effectiveVoxels, t: null, p: null };
  const t = mean / (std / Math.sqrt(effectiveVoxels));
  return { effectiveVoxels, t: finite(t), p: effectiveVoxels > 2 ? studentTwoSided(t, effectiveVoxels - 1) : null };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
