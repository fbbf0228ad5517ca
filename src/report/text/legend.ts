import type { Verdict } from "../../checks/check.ts";
import type { Report } from "../report.ts";

/** What each verdict means, as the second half of a sentence. */
export const VERDICT_MEANINGS: Readonly<Record<Verdict, string>> = {
  ok: "judged, and inside every limit of its criterion.",
  warning: "judged, and outside at least one limit; a reason to look, not a proof of a fault.",
  notApplicable: "its rule excludes this map, for the reason given; not counted.",
  informative: "measured, but no criterion can fail; not counted.",
  failed: "there is no number, for the reason given; not counted.",
};

export const READINGS_EXPLAINED =
  "Every check is measured once and judged twice. The VRS reading gives what the Validation Report Service of the Instruct Image Processing Center prints, with its verdict; the corrected reading mends its known faults, and each section says how. A score counts judged checks only. Checks that MapAssay measures by a method of its own stay out of the VRS score.";

/** Where a report comes from and how to check it. */
export function provenance({ input }: Report): string {
  const same = input.binning ? `level, resolution and binning by ${input.binning}` : "level and resolution";
  return `Measured on the machine of whoever made this report; the map was not uploaded. Anyone who has the map can check every number by running MapAssay with the same ${same}.`;
}

/** What kind of document this is. */
export const REPORT_KIND = "Cryo-EM map validation report";
