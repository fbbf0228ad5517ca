import { MapError } from "../core/errors.ts";
import type { Report } from "./report.ts";

/** The one that {@link Report} describes. */
const SCHEMA = 1;

/**
 * A value as a report, as far as running it again needs: schema, reading, and what the input was. The rest is compared,
 * never trusted. Returns the value itself.
 * @throws report.notAReport saying which field is amiss; report.otherSchema for a report of MapAssay whose fields have
 * other meanings than this version knows
 */
export function readReport(value: unknown): Report {
  const report = object(value, "the report");
  if (report.schemaVersion !== SCHEMA) throw otherSchema(report) ?? amiss(`schemaVersion is not ${SCHEMA}`);
  const input = object(report.input, "input");
  if ("error" in report) throw amiss("it says that the map was refused, so there is nothing to compare");
  text(input.fileName, "input.fileName");
  text(input.sha256, "input.sha256");
  number(input.contourLevel, "input.contourLevel");
  if (input.resolution !== null) number(input.resolution, "input.resolution");
  lengths(input.voxelSize);
  for (const name of ["title", "emdbId", "depositionDate"]) {
    if (input[name] !== undefined) text(input[name], `input.${name}`);
  }
  word(report.reading, ["corrected", "vrs"], "reading");
  word(input.voxelSizeSource, ["header", "user"], "input.voxelSizeSource");
  if (input.binning !== undefined && input.binning !== 2) throw amiss("input.binning is not 2");
  word(input.contourSource, ["user", "suggested", "emdb"], "input.contourSource");
  text(object(report.software, "software").version, "software.version");
  if (!Array.isArray(report.checks)) throw amiss("checks is no list");
  return value as Report;
}

/** `null` for what another program wrote. */
function otherSchema({ schemaVersion, software }: Record<string, unknown>): MapError | null {
  const writer = typeof software === "object" && software !== null ? (software as Record<string, unknown>) : {};
  if (writer.name !== "mapassay" || !Number.isInteger(schemaVersion)) return null;
  const [schema, version] = [Number(schemaVersion), String(writer.version)];
  const message = `The report is of schema ${schema}, and this version of MapAssay reads schema ${SCHEMA}. Verify it with MapAssay ${version}, which wrote it.`;
  return new MapError("report.otherSchema", message, { schema, version });
}

function object(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw amiss(`${name} is missing`);
  return value as Record<string, unknown>;
}

function text(value: unknown, name: string): void {
  if (typeof value !== "string") throw amiss(`${name} is no text`);
}

function number(value: unknown, name: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) throw amiss(`${name} is no number`);
}

function lengths(value: unknown): void {
  const sound = Array.isArray(value) && value.length === 3 && value.every((length) => Number(length) > 0);
  if (!sound) throw amiss("input.voxelSize is not three lengths");
}

function word(value: unknown, words: readonly string[], name: string): void {
  if (!words.includes(value as string)) throw amiss(`${name} is neither ${words.join(" nor ")}`);
}

function amiss(what: string): MapError {
  return new MapError("report.notAReport", `This is no report that can be run again: ${what}.`);
}
