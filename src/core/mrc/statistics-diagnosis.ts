import type { MapStatistics } from "../volume/statistics.ts";
import type { DiagnosisLine } from "./finding.ts";
import type { MrcHeader } from "./header.ts";
import { asMapValue } from "./wording.ts";

/** The statistics agree when they differ by less than this part of the range of the map values. */
const TOLERANCE = 1e-3;

/**
 * Compares DMIN, DMAX, DMEAN with the statistics of the voxels that were read; no line where they agree to a thousandth
 * of the range. MRC2014 marks values that are not set by DMAX < DMIN; all zero means the same. RMS is not compared:
 * programs write the rms about zero and about the mean.
 */
export function diagnoseStatistics(header: MrcHeader, statistics: MapStatistics): DiagnosisLine[] {
  const { dmin, dmax, dmean } = header;
  const { min, max, mean } = statistics;
  const unset = dmax < dmin || (dmin === 0 && dmax === 0 && (min !== 0 || max !== 0));
  if (unset) {
    const message = "The header's minimum and maximum are not set; those of the voxels are used.";
    return [{ code: "statistics.unset", severity: "info", message }];
  }
  const allowed = TOLERANCE * Math.max(max - min, Math.abs(max) * 2 ** -20);
  const agrees = (stated: number, found: number) => Math.abs(stated - found) <= allowed;
  const meanStated = dmean >= Math.min(dmin, dmax);
  if (agrees(dmin, min) && agrees(dmax, max) && (!meanStated || agrees(dmean, mean))) return [];
  const triple = (values: readonly number[]) => values.map(asMapValue).join(", ");
  const message = `The header states minimum, maximum and mean ${triple([dmin, dmax, dmean])}; the voxels have ${triple([min, max, mean])}, which are used.`;
  return [{ code: "statistics.differ", severity: "warning", message }];
}

/**
 * The whole diagnosis of a map, once its statistics are known: the lines of reading, those of the statistics, and first
 * "Sound" where nothing was repaired and nothing warrants a warning.
 *
 * The statistics of a stack cover more than the volume that was read, and those of a file are not those of its blocks: they
 * are not compared.
 */
export function completeDiagnosis(
  reading: readonly DiagnosisLine[],
  header: MrcHeader,
  statistics: MapStatistics,
): DiagnosisLine[] {
  const another = reading.some(({ code }) => code === "stack.first" || code === "binned");
  const lines = [...reading, ...(another ? [] : diagnoseStatistics(header, statistics))];
  if (lines.some((line) => line.severity !== "info" || line.code === "statistics.unset")) return lines;
  const message = "Sound: size, byte order and statistics agree with the voxels.";
  return [{ code: "sound", severity: "info", message }, ...lines];
}
