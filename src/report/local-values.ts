import type { CheckResult, Reading } from "../checks/check.ts";
import type { Percentiles, ValueHistogram } from "../core/volume/distribution.ts";
import type { LocalSurfaceName } from "./figures.ts";
import { measured } from "./measured.ts";

/** How the values of a local measurement are distributed, and how a reading's values relate to those of its volume. */
export interface LocalValues {
  readonly name: LocalSurfaceName;
  /** Of the values as the volume holds them. */
  readonly percentiles: Percentiles;
  /** Of VRS's values. */
  readonly histogram: ValueHistogram;
  /** What VRS's values have more than the volume's. */
  readonly offset: number;
}

/** The values of a local check; `null` for other checks and where nothing was measured. */
export function localValues(result: CheckResult): LocalValues | null {
  const bFactor = measured(result, "localBFactor");
  if (bFactor) {
    const { whiteNoiseOffset, histogram, corrected, vrs } = bFactor;
    // The volume holds corrected values, or VRS's where they cannot be corrected.
    const { percentiles } = whiteNoiseOffset === null ? vrs : corrected;
    return { name: "localBFactor", percentiles, histogram, offset: whiteNoiseOffset ?? 0 };
  }
  for (const name of ["localOccupancy", "localResolution"] as const) {
    const found = measured(result, name);
    if (found) return { name, percentiles: found.percentiles, histogram: found.histogram, offset: 0 };
  }
  return null;
}

/** What a reading adds to the values of the volume. */
export function addedBy(reading: Reading, { offset }: Pick<LocalValues, "offset">): number {
  return reading === "vrs" ? offset : 0;
}
