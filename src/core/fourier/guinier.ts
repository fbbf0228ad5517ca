import { log } from "../math/elementary.ts";

/** A point of the Guinier plot: 1/d² in Å⁻² against ln of the mean amplitude (amplitude, not power). */
export interface GuinierPoint {
  readonly inverseResolutionSquared: number;
  readonly lnAmplitude: number;
  /** The fitted line at this abscissa; `null` without a fit. */
  readonly fitted: number | null;
  /** ln amplitude of the B-factor-corrected map; `null` without a fit. */
  readonly corrected: number | null;
}

/** Check 0.d. B = 4 × slope in Å²; negative for a map whose amplitudes decay. `null` is "not a number". */
export interface BFactorMeasurements {
  readonly fitPoints: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly bFactor: number | null;
  readonly bFactorStandardError: number | null;
  readonly guinier: readonly GuinierPoint[];
}

/** Amplitudes averaged over shells of one Fourier voxel of x: shell i is centred on the spatial frequency i/(nx·voxelSize). */
export interface RadialAmplitudes {
  /** Sum of |F| over each shell, F divided by the number of voxels. */
  readonly sums: Float64Array;
  /** Structure factors of the half spectrum in each shell. */
  readonly counts: Float64Array;
}

/** A straight line through the Guinier points between 15 Å and the reported resolution. */
export interface GuinierFit {
  readonly points: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  /** Å², 4 × slope. */
  readonly bFactor: number | null;
  /** Å², one standard error: 4·√(RSS/(n−2)/Σ(x−x̄)²). */
  readonly standardError: number | null;
}

/** Å: the fit leaves out everything coarser (Rosenthal & Henderson's range, as in xmipp_volume_correct_bfactor). */
const COARSEST_FITTED = 15;

export interface GuinierOptions {
  /** Å per voxel along x, as a 32-bit float. */
  readonly voxelSize: number;
  /** Å, the finest resolution kept and fitted, as a 32-bit float. */
  readonly resolution: number;
}

/** A Guinier point before any line is drawn. */
export interface RawPoint {
  readonly x: number;
  readonly y: number;
  readonly fitted: boolean;
}

/**
 * Points `(1/d², ln⟨|F|⟩)` of the shells with d ≥ resolution; a shell without amplitude is (x, 0) and takes no part in
 * the fit. Shells beyond Nyquist exist when the resolution lies there.
 */
export function guinierPoints(amplitudes: RadialAmplitudes, { voxelSize, resolution }: GuinierOptions): RawPoint[] {
  const nx = amplitudes.sums.length;
  const points: RawPoint[] = [];
  for (let shell = 0; shell < nx; shell++) {
    const d = shell === 0 ? Number.POSITIVE_INFINITY : (nx * voxelSize) / shell;
    if (d < resolution) continue;
    const sum = amplitudes.sums[shell]!;
    const y = sum > 0 ? log(sum / amplitudes.counts[shell]!) : 0;
    points.push({ x: 1 / (d * d), y, fitted: sum > 0 && d <= COARSEST_FITTED });
  }
  return points;
}

/**
 * Ordinary least squares in the very order of operations of xmipp_volume_correct_bfactor (release 3.24), so that nearly
 * degenerate fits agree too. No line without two points.
 */
export function fitGuinier(points: readonly RawPoint[]): GuinierFit {
  const kept = points.filter((p) => p.fitted);
  const n = kept.length;
  let [sx, sy, sxx, sxy] = [0, 0, 0, 0];
  for (const { x, y } of kept) {
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  const slope = (sx * sy - n * sxy) / (sx * sx - n * sxx);
  const intercept = (sy - slope * sx) / n;
  if (n < 2 || !Number.isFinite(slope))
    return { points: n, slope: null, intercept: null, bFactor: null, standardError: null };
  const standardError = n > 2 ? slopeError(kept, slope, intercept) * 4 : null;
  return { points: n, slope, intercept, bFactor: 4 * slope, standardError };
}

function slopeError(points: readonly RawPoint[], slope: number, intercept: number): number {
  const n = points.length;
  const mean = points.reduce((sum, p) => sum + p.x, 0) / n;
  const residual = points.reduce((sum, p) => sum + square(p.y - slope * p.x - intercept), 0);
  const spread = points.reduce((sum, p) => sum + square(p.x - mean), 0);
  return Math.sqrt(residual / (n - 2) / spread);
}

function square(value: number): number {
  return value * value;
}

/** Check 0.d from the amplitudes before and (where a line was fitted) after correction by the fitted B-factor. */
export function describeGuinier(
  points: readonly RawPoint[],
  fit: GuinierFit,
  corrected: readonly RawPoint[] | null,
): BFactorMeasurements {
  return {
    fitPoints: fit.points,
    slope: fit.slope,
    intercept: fit.intercept,
    bFactor: fit.bFactor,
    bFactorStandardError: fit.standardError,
    guinier: points.map((p, i) => ({
      inverseResolutionSquared: p.x,
      lnAmplitude: p.y,
      fitted: fit.slope === null || fit.intercept === null ? null : fit.slope * p.x + fit.intercept,
      corrected: corrected?.[i]?.y ?? null,
    })),
  };
}
