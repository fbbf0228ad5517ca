import type { CheckResult, Reading } from "../../checks/check.ts";
import type { ValueHistogram } from "../../core/volume/distribution.ts";
import type { LocalVolumeName } from "../../engine/engine.ts";

/** The histogram of a local measurement, and how its values relate to those of the volume. */
export interface LocalHistogram {
  readonly of: LocalVolumeName;
  readonly histogram: ValueHistogram;
  /** What the histogram's values have more than the volume's. */
  readonly offset: number;
  /** What the reading adds to the volume's values. */
  readonly added: number;
  readonly unit: string;
  readonly decimals: number;
}

const UNITS: Readonly<Record<LocalVolumeName, { readonly unit: string; readonly decimals: number }>> = {
  localBFactor: { unit: "Å²", decimals: 0 },
  localOccupancy: { unit: "", decimals: 2 },
  localResolution: { unit: "Å", decimals: 2 },
};

interface Histogrammed {
  readonly histogram?: ValueHistogram;
  readonly whiteNoiseOffset?: number | null;
}

/** The histogram of a local check; `null` for other checks and where nothing was measured. Volumes hold corrected values, the B-factor's histogram VRS's. */
export function localHistogram({ key, measurements }: CheckResult, reading: Reading): LocalHistogram | null {
  if (key !== "localBFactor" && key !== "localOccupancy" && key !== "localResolution") return null;
  const { histogram, whiteNoiseOffset } = (measurements ?? {}) as Histogrammed;
  if (!histogram) return null;
  const offset = whiteNoiseOffset ?? 0;
  return { of: key, histogram, offset, added: reading === "vrs" ? offset : 0, ...UNITS[key] };
}
