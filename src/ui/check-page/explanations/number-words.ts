import type { Reading } from "../../../checks/check.ts";

/** The sources that explanations name; the keys are those of the report's references. */
export type SourceName = "vrs" | "bFactor" | "deepHand" | "localBFactor" | "mrc";

/** A text for both readings, or one for each. */
export type ByReading = string | Readonly<Record<Reading, string>>;

/** What one number of a check means, in words that do not depend on the map. */
export interface NumberWords {
  readonly name: string;
  /** What it is and what it tells. */
  readonly definition: string;
  readonly formula: ByReading;
  /** What is allowed; `null` where nothing is judged. */
  readonly criterion: ByReading | null;
  /** What VRS prints for it, and why the corrected reading differs or does not. */
  readonly vrs: string;
  readonly source: SourceName;
}

/** The text of one reading. */
export function inReading(text: ByReading, reading: Reading): string {
  return typeof text === "string" ? text : text[reading];
}
