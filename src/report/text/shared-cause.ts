import type { Reading } from "../../checks/check.ts";
import { MASK_LIMITS } from "../../checks/mask.ts";
import { formatCount, formatLevel } from "../../core/format/numbers.ts";
import { measurementsOf, resultOf } from "../measured.ts";
import type { Report, ReportedContourSuggestion } from "../report.ts";

/** A level at which the map falls apart, behind the warnings of both 0.a and 0.b. */
export interface SharedCause {
  /** "at 1.000 the map falls into 24 pieces and the mask holds one of them". */
  readonly finding: string;
  /** A suggested level below, which may keep the map whole. */
  readonly remedy: ReportedContourSuggestion | null;
}

/** The one cause that warnings of 0.a and 0.b can have; `null` where it is not seen. */
export function findSharedCause(report: Report, reading: Reading): SharedCause | null {
  const mask = measurementsOf(report, "mask");
  const warned = (["mass", "mask"] as const).every((key) => resultOf(report, key)?.status[reading] === "warning");
  if (!mask || !warned || mask.constructed.overlap >= MASK_LIMITS.overlap) return null;
  const { contourLevel, contourSuggestions } = report.input;
  return {
    finding: `at ${formatLevel(contourLevel)} the map falls into ${formatCount(mask.componentCount)} pieces and the mask holds one of them`,
    remedy: contourSuggestions.find((suggestion) => suggestion.level < contourLevel) ?? null,
  };
}

/** {@link findSharedCause} of the report's own reading, in sentences. */
export function sharedCause(report: Report): string | null {
  const cause = findSharedCause(report, report.reading);
  if (!cause) return null;
  const apart = `The warnings of 0.a and 0.b may have one cause, the level: ${cause.finding}.`;
  if (!cause.remedy) return apart;
  return `${apart} A lower level, such as ${formatLevel(cause.remedy.level)}, may keep it whole.`;
}
