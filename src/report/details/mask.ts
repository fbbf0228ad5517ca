import type { Reading } from "../../checks/check.ts";
import { MASK_LIMITS } from "../../checks/mask.ts";
import { formatCount, formatDecimal, formatPercent, formatVolume } from "../../core/format/numbers.ts";
import type { MaskMeasurements } from "../../core/volume/components.ts";

/** "11 pieces hold 95 % of the mass; at most 5": the first warning's number, or both numbers of a mask in order. */
export function maskDetail(measurements: MaskMeasurements, codes: readonly string[], reading: Reading): string {
  const pieces = piecesText(measurements.componentsTo95);
  if (codes.includes("mask.components")) return `${pieces}; at most ${MASK_LIMITS.componentsTo95}`;
  if (codes.includes("mask.remainingVolume")) return remainingText(measurements, reading);
  if (codes.includes("mask.overlap")) {
    return `The mask covers ${formatPercent(100 * measurements.constructed.overlap, { decimals: 0 })} of the thresholded map; at least ${100 * MASK_LIMITS.overlap} %`;
  }
  return `${pieces}; overlap ${formatDecimal(measurements.constructed.overlap, 2)}`;
}

/** Largest allowed mean volume of the remaining pieces, Å³: 5 Å³ in VRS, never below 1.5 voxels when corrected. */
function remainingVolumeLimit(measurements: MaskMeasurements, reading: Reading): number {
  const { remainingVolume, remainingVoxels } = MASK_LIMITS;
  return reading === "vrs" ? remainingVolume : Math.max(remainingVolume, remainingVoxels * voxelVolume(measurements));
}

/** Å³ of a voxel, from the constructed mask, which is never empty where it was measured. */
function voxelVolume({ constructed }: MaskMeasurements): number {
  return constructed.volume / constructed.voxels;
}

function piecesText(count: number): string {
  return count === 1 ? "1 piece holds 95 % of the mass" : `${formatCount(count)} pieces hold 95 % of the mass`;
}

function remainingText(measurements: MaskMeasurements, reading: Reading): string {
  const mean = measurements[reading].remainingMeanVolume ?? 0;
  const limit = remainingVolumeLimit(measurements, reading);
  return `The remaining pieces hold ${formatVolume(mean, { decimals: 2 })} on average; at most ${formatVolume(limit, { decimals: 2 })}`;
}
