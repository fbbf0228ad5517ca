import { type Comparison, compareReports } from "../report/compare-reports.ts";
import type { Report } from "../report/report.ts";
import type { Engine, MapSource, RunOptions, Validation } from "./engine.ts";
import { recordedParameters, recordedReading } from "./recorded-parameters.ts";

/** A report that was run again, and what came of it. */
export interface Verification {
  readonly comparison: Comparison;
  /** The new run, whose map stays open. */
  readonly validation: Validation;
}

/**
 * Runs the checks again on a map with the parameters that a report records, and compares every value. The map stays
 * open in the engine under `validation.mapId`; it is closed where the run fails.
 * @throws as Engine.open and Engine.validate
 */
export async function verifyReport(
  engine: Engine,
  { report, source }: { report: Report; source: MapSource },
  options: RunOptions = {},
): Promise<Verification> {
  const opened = await engine.open(source, { ...options, ...recordedReading(report) });
  try {
    const validation = await engine.validate(opened.id, recordedParameters(report), options);
    return { comparison: compareReports(report, validation.report), validation };
  } catch (error) {
    engine.close(opened.id);
    throw error;
  }
}
