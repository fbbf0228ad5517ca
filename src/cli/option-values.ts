import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import { UsageError } from "./exit-status.ts";

type OptionTable = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

type Parsed<T extends OptionTable> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** The options and files of a call, still as text. @throws UsageError for an option that the command does not know */
export function parse<const T extends OptionTable>(args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args: joinNegativeNumbers(args), options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** `--contour -0.5` as `--contour=-0.5`: a level may be negative, and node:util would take it for an option. */
function joinNegativeNumbers(args: string[]): string[] {
  return args.flatMap((arg, i) => {
    const isValue = (value: string | undefined) => value !== undefined && /^-\.?\d/.test(value);
    if (isValue(arg) && /^--./.test(args[i - 1] ?? "")) return [];
    return /^--./.test(arg) && isValue(args[i + 1]) ? [`${arg}=${args[i + 1]}`] : [arg];
  });
}

/** @throws UsageError where two outputs would be the same file */
export function assertApart(outputs: Readonly<Record<string, string | undefined>>): void {
  const named = Object.entries(outputs).filter(([, target]) => target !== undefined);
  for (const [i, [name, target]] of named.entries()) {
    const same = named.slice(i + 1).find(([, other]) => other === target);
    if (same) throw new UsageError(`--${name} and --${same[0]} cannot go to the same place.`);
  }
}

/** 1 to 64; as many as there are processors, at most 8, unless given. */
export function threadCount(text: string | undefined): number {
  const threads = positive("threads", text) ?? Math.min(8, availableParallelism());
  if (!Number.isInteger(threads) || threads > 64) throw new UsageError("--threads takes a whole number from 1 to 64.");
  return threads;
}

/** @throws UsageError for what is no number */
export function optionalNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${name} takes a number; "${text}" is none.`);
  return value;
}

/** @throws UsageError for what is no number above 0 */
export function positive(name: string, text: string | undefined): number | undefined {
  const value = optionalNumber(name, text);
  if (value !== undefined && value <= 0) throw new UsageError(`--${name} takes a number above 0.`);
  return value;
}

/** @throws UsageError for anything but 2 */
export function binning(text: string | undefined): Binning | undefined {
  if (text !== undefined && text !== "2") throw new UsageError(`--bin takes 2; "${text}" is not it.`);
  return text === undefined ? undefined : 2;
}

/** @throws UsageError for another word */
export function oneOf<const T extends string>(
  name: string,
  text: string | undefined,
  words: readonly T[],
): T | undefined {
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new UsageError(`--${name} takes ${words.join(" or ")}; "${text}" is neither.`);
  return word;
}

/** @throws UsageError for what is not written as a day */
export function isoDate(text: string | undefined): string | undefined {
  if (text !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new UsageError("--date takes a day as 2026-11-22.");
  return text;
}
