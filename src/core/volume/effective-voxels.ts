/** Shell sums of a circular autocorrelation over the wrapped shift; index is the shell radius in voxels. */
export interface ShiftShells {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** A shell of the indicator's autocorrelation with no pair of background voxels; pairs are whole numbers. */
const NO_PAIRS = 0.5;

/**
 * Independent voxels among `voxels` correlated ones: `n/max(1, τ)`, `τ = Σ ρ(r)·count(r)` over the shells before the first
 * with ρ ≤ 0. ρ is the autocorrelation of the background's deviations over that of its indicator, 1 at shift 0.
 */
export function effectiveVoxels(voxels: number, deviations: ShiftShells, indicator: ShiftShells): number {
  const rho = deviations.sums.map((sum, r) => (indicator.sums[r]! > NO_PAIRS ? sum / indicator.sums[r]! : 0));
  const atZero = rho[0]!;
  let tau = 0;
  for (let r = 0; r < rho.length; r++) {
    const correlation = rho[r]! / atZero;
    if (correlation <= 0) break;
    tau += correlation * deviations.counts[r]!;
  }
  return voxels / Math.max(1, tau);
}
