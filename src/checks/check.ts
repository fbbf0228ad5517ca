/** The two ways a measurement is judged: what VRS prints, and the same with its faults mended. */
export type Reading = "corrected" | "vrs";

/** Both readings, in the order in which a report lists them. */
export const READINGS: readonly Reading[] = ["corrected", "vrs"];

/** `ok` and `warning` are judged and counted; `informative` has no criterion that can fail; `failed` could not be measured. */
export type Verdict = "ok" | "warning" | "notApplicable" | "informative" | "failed";

export type CheckId = "0.a" | "0.b" | "0.c" | "0.d" | "0.e" | "0.f" | "0.g" | "0.h";

export type CheckKey =
  | "mass"
  | "mask"
  | "background"
  | "bFactor"
  | "localResolution"
  | "localBFactor"
  | "localOccupancy"
  | "hand";

/** One reason for a `warning`; `code` is the contract, `message` is for people. */
export interface CheckWarning {
  readonly code: string;
  readonly message: string;
}

/** What every check says about itself. */
export interface CheckDefinition {
  readonly id: CheckId;
  readonly key: CheckKey;
  readonly title: string;
}

/** One check, measured once and judged in both readings. */
export interface CheckResult<Measurements = unknown> extends CheckDefinition {
  readonly status: Readonly<Record<Reading, Verdict>>;
  readonly warnings: Readonly<Record<Reading, readonly CheckWarning[]>>;
  /** Why it does not apply, or failed; absent otherwise. */
  readonly reason?: string;
  /** Set where a method of our own stands in VRS's place; such checks stay out of the `vrs` score. */
  readonly equivalent?: true;
  readonly measurements: Measurements;
}

/** The verdict that a list of warnings amounts to, for a check that applies. */
export function judged(warnings: readonly CheckWarning[]): Verdict {
  return warnings.length > 0 ? "warning" : "ok";
}
