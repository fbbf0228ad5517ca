import { isMapError, toErrorRecord } from "../core/errors.ts";

/** Exit statuses of the command line (sysexits.h, and 10 for a verdict that `--fail-on` names, or a report that differs). */
export const EXIT = {
  ok: 0,
  warned: 10,
  usage: 64,
  badInput: 65,
  noInput: 66,
  bug: 70,
  cannotWrite: 74,
  tryAgain: 75,
  interrupted: 130,
  terminated: 143,
} as const;

/** A command line that cannot be understood; `message` says what is wrong with it. */
export class UsageError extends Error {}

/** A map that is not there, or is no file. */
export class InputError extends Error {}

/** An output that cannot be written. */
export class WriteError extends Error {}

/** A port that cannot be listened on. */
export class PortError extends Error {}

/** What a person is told of an error. */
export function messageOf(error: unknown): string {
  const plain = [UsageError, InputError, WriteError, PortError].some((kind) => error instanceof kind);
  return plain ? (error as Error).message : toErrorRecord(error).message;
}

/** The exit status that an error amounts to. */
export function exitStatusOf(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof InputError) return EXIT.noInput;
  if (error instanceof WriteError) return EXIT.cannotWrite;
  if (error instanceof PortError) return EXIT.tryAgain;
  if (isMapError(error, "memory.exhausted", "map.tooLarge", "worker.died")) return EXIT.tryAgain;
  if (isMapError(error, "parameter.invalid")) return EXIT.usage;
  if (isMapError(error, "job.failed")) return EXIT.bug;
  if (isMapError(error)) return EXIT.badInput;
  return EXIT.bug;
}
