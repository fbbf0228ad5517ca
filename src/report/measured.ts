import type { CheckResult } from "../checks/check.ts";
import type { BFactorMeasurements } from "../core/fourier/guinier.ts";
import type { HandMeasurements } from "../core/hand/hand.ts";
import type { LocalBFactorMeasurements } from "../core/local/local-b-factor.ts";
import type { LocalOccupancyMeasurements } from "../core/local/local-occupancy.ts";
import type { LocalResolutionMeasurements } from "../core/local-resolution/local-resolution.ts";
import type { BackgroundMeasurements } from "../core/volume/background.ts";
import type { MaskMeasurements } from "../core/volume/components.ts";
import type { MassMeasurements } from "../core/volume/mass.ts";
import type { Report } from "./report.ts";

/** What each check measures, for the checks that can be measured. */
export interface MeasurementsByKey {
  readonly mass: MassMeasurements;
  readonly mask: MaskMeasurements;
  readonly background: BackgroundMeasurements;
  readonly bFactor: BFactorMeasurements;
  readonly localResolution: LocalResolutionMeasurements;
  readonly localBFactor: LocalBFactorMeasurements;
  readonly localOccupancy: LocalOccupancyMeasurements;
  readonly hand: HandMeasurements;
}

/** The measurements of one check, or `null` where it is another check or holds none (empty mask, failure). */
export function measured<K extends keyof MeasurementsByKey>(result: CheckResult, key: K): MeasurementsByKey[K] | null {
  if (result.key !== key) return null;
  const measurements = result.measurements as Partial<MeasurementsByKey[K]> | null;
  return measurements && Object.keys(measurements).length > 0 ? (measurements as MeasurementsByKey[K]) : null;
}

/** The result of one check; `undefined` where the report does not hold it. */
export function resultOf(report: Report, key: CheckResult["key"]): CheckResult | undefined {
  return report.checks.find((result) => result.key === key);
}

/** The measurements of one check of a report, or `null`. */
export function measurementsOf<K extends keyof MeasurementsByKey>(report: Report, key: K): MeasurementsByKey[K] | null {
  const result = resultOf(report, key);
  return result ? measured(result, key) : null;
}
