import { MASK_LIMITS } from "../../checks/mask.ts";
import { formatCount, formatLevel } from "../../core/format/numbers.ts";
import { measurementsOf, resultOf } from "../measured.ts";
import type { Report } from "../report.ts";

/** The one cause that warnings of 0.a and 0.b can have, a level at which the map falls apart; `null` where it is not seen. */
export function sharedCause(report: Report): string | null {
  const mask = measurementsOf(report, "mask");
  const warned = (["mass", "mask"] as const).every(
    (key) => resultOf(report, key)?.status[report.reading] === "warning",
  );
  if (!mask || !warned || mask.constructed.overlap >= MASK_LIMITS.overlap) return null;
  const level = formatLevel(report.input.contourLevel);
  const apart = `The warnings of 0.a and 0.b may have one cause, the level: at ${level} the map falls into ${formatCount(mask.componentCount)} pieces and the mask holds one of them.`;
  const lower = report.input.contourSuggestions.find((suggestion) => suggestion.level < report.input.contourLevel);
  return lower ? `${apart} A lower level, such as ${formatLevel(lower.level)}, may keep it whole.` : apart;
}
