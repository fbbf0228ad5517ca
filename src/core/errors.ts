/**
 * Tagged errors. Callers branch on `code` and `fields`, never on the text; `ui/messages.ts` words the code for people.
 * They cross workers whole, through {@link toErrorRecord} and {@link fromErrorRecord}.
 */
export type ErrorCode =
  | "map.notAMap"
  | "map.impossibleHeader"
  | "map.unsupportedMode"
  | "map.truncated"
  | "map.nonFinite"
  | "map.needsVoxelSize"
  | "map.crystal"
  | "map.compression"
  | "map.tooLarge"
  | "report.notAReport"
  | "report.otherSchema"
  | "parameter.invalid"
  | "memory.exhausted"
  | "worker.died"
  | "job.failed";

/** Values that explain an error: byte counts, indices, header fields by their MRC2014 names. */
export type ErrorFields = Readonly<Record<string, string | number | readonly number[] | null>>;

/** An error as plain data, for JSON and for messages between workers. */
export interface ErrorRecord {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields: ErrorFields;
}

/** What went wrong with a map or a job; `message` is one plain sentence that also says what to do. */
export class MapError extends Error {
  override readonly name = "MapError";
  readonly code: ErrorCode;
  readonly fields: ErrorFields;

  constructor(code: ErrorCode, message: string, fields: ErrorFields = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.fields = fields;
  }
}

/** True for a {@link MapError}, and, when codes are given, only for one of those. */
export function isMapError(error: unknown, ...codes: ErrorCode[]): error is MapError {
  return error instanceof MapError && (codes.length === 0 || codes.includes(error.code));
}

/** Any thrown value as data; what is not a {@link MapError} becomes `job.failed` with its own message. */
export function toErrorRecord(error: unknown): ErrorRecord {
  if (error instanceof MapError) return { code: error.code, message: error.message, fields: error.fields };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "job.failed", message: `An unexpected fault stopped this step: ${message}`, fields: {} };
}

/** The inverse of {@link toErrorRecord}. */
export function fromErrorRecord(record: ErrorRecord): MapError {
  return new MapError(record.code, record.message, record.fields);
}
