import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Reading } from "../checks/check.ts";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import { UsageError } from "./exit-status.ts";

export const USAGE = `mapassay validate MAP [--contour LEVEL|auto] [--resolution Å] [--voxel-size Å] [--bin 2]
                      [--title T] [--emdb-id ID] [--date ISO] [--reading corrected|vrs]
                      [--json F|-] [--pdf F] [--html F] [--maps DIR]
                      [--threads N] [--max-memory BYTES] [--fail-on warning] [--timings] [--quiet]
mapassay verify REPORT MAP [--threads N] [--quiet]
mapassay merge REPORT...   [--csv F|-] [--ndjson F|-]
mapassay inspect MAP  [--voxel-size Å] [--bin 2] [--json F|-] [--quiet]
mapassay plan MAP     [--resolution Å] [--voxel-size Å] [--bin 2] [--json F|-]
mapassay mirror MAP   -o F|- [--voxel-size Å] [--threads N] [--quiet]
mapassay serve        [--port N]
mapassay --help | --version

A map is MRC2014 or CCP4, also in gzip, bzip2 or zip. - stands for standard output.
A report is a PDF, HTML or JSON file that validate wrote.
Exit status: 0 done, 10 --fail-on or a report that differs, 64 usage, 65 bad map, 66 no such file, 70 bug, 74 cannot write, 75 try again.`;

/** Options that more than one command takes, read and checked. */
export interface CommonOptions {
  readonly map: string;
  readonly json: string | undefined;
  readonly voxelSize: number | undefined;
  readonly binning: Binning | undefined;
  readonly threads: number;
  readonly quiet: boolean;
}

export interface ValidateOptions extends CommonOptions {
  /** `undefined` and `"auto"` both use the suggested level; only the first is remarked upon. */
  readonly contour: number | "auto" | undefined;
  readonly resolution: number | null;
  readonly title: string | undefined;
  readonly emdbId: string | undefined;
  readonly date: string | undefined;
  readonly reading: Reading;
  readonly pdf: string | undefined;
  readonly html: string | undefined;
  /** A folder for the volumes. */
  readonly maps: string | undefined;
  readonly maxMemory: number | undefined;
  readonly failOn: "warning" | undefined;
  readonly timings: boolean;
}

const COMMON = {
  json: { type: "string" },
  "voxel-size": { type: "string" },
  bin: { type: "string" },
  threads: { type: "string" },
  quiet: { type: "boolean" },
} as const;

const VALIDATE = {
  ...COMMON,
  contour: { type: "string" },
  resolution: { type: "string" },
  title: { type: "string" },
  "emdb-id": { type: "string" },
  date: { type: "string" },
  reading: { type: "string" },
  pdf: { type: "string" },
  html: { type: "string" },
  maps: { type: "string" },
  "max-memory": { type: "string" },
  "fail-on": { type: "string" },
  timings: { type: "boolean" },
} as const;

export function validateOptions(args: string[]): ValidateOptions {
  const { values, positionals } = parse(args, VALIDATE);
  assertApart({ json: values.json, pdf: values.pdf, html: values.html });
  return {
    ...common(values, positionals),
    contour: values.contour === "auto" ? "auto" : optionalNumber("contour", values.contour),
    resolution: positive("resolution", values.resolution) ?? null,
    title: values.title,
    emdbId: values["emdb-id"],
    date: isoDate(values.date),
    reading: oneOf("reading", values.reading, ["corrected", "vrs"]) ?? "corrected",
    pdf: values.pdf,
    html: values.html,
    maps: values.maps,
    maxMemory: positive("max-memory", values["max-memory"]),
    failOn: oneOf("fail-on", values["fail-on"], ["warning"]),
    timings: values.timings ?? false,
  };
}

/** @throws UsageError where two outputs would be the same file */
function assertApart(outputs: Readonly<Record<string, string | undefined>>): void {
  const named = Object.entries(outputs).filter(([, target]) => target !== undefined);
  for (const [i, [name, target]] of named.entries()) {
    const same = named.slice(i + 1).find(([, other]) => other === target);
    if (same) throw new UsageError(`--${name} and --${same[0]} cannot go to the same place.`);
  }
}

export function inspectOptions(args: string[]): CommonOptions {
  const { values, positionals } = parse(args, COMMON);
  return common(values, positionals);
}

export function planOptions(args: string[]): CommonOptions & { readonly resolution: number | null } {
  const { values, positionals } = parse(args, { ...COMMON, resolution: { type: "string" } });
  return { ...common(values, positionals), resolution: positive("resolution", values.resolution) ?? null };
}

export interface MirrorOptions extends CommonOptions {
  readonly output: string;
}

export function mirrorOptions(args: string[]): MirrorOptions {
  const { json, bin, ...taken } = COMMON;
  const { values, positionals } = parse(args, { ...taken, output: { type: "string", short: "o" } });
  if (values.output === undefined) throw new UsageError("Name an output with -o.");
  const options = { ...common(values, positionals), output: values.output };
  if (resolve(options.output) === resolve(options.map))
    throw new UsageError("-o names the map itself; name another file.");
  return options;
}

export interface VerifyOptions {
  readonly report: string;
  readonly map: string;
  readonly json: undefined;
  readonly threads: number;
  readonly quiet: boolean;
}

export function verifyOptions(args: string[]): VerifyOptions {
  const { values, positionals } = parse(args, { threads: COMMON.threads, quiet: COMMON.quiet });
  const [report, map, ...more] = positionals;
  if (report === undefined || map === undefined || more.length > 0)
    throw new UsageError("Name one report and one map.");
  return { report, map, json: undefined, threads: threadCount(values.threads), quiet: values.quiet ?? false };
}

export interface MergeOptions {
  readonly reports: readonly string[];
  readonly csv: string | undefined;
  readonly ndjson: string | undefined;
}

export function mergeOptions(args: string[]): MergeOptions {
  const { values, positionals: reports } = parse(args, { csv: { type: "string" }, ndjson: { type: "string" } });
  if (reports.length === 0) throw new UsageError("Name one report or more.");
  if (values.csv === undefined && values.ndjson === undefined)
    throw new UsageError("Name an output with --csv or --ndjson.");
  assertApart({ csv: values.csv, ndjson: values.ndjson });
  return { reports, csv: values.csv, ndjson: values.ndjson };
}

export function serveOptions(args: string[]): { readonly port: number } {
  const { values, positionals } = parse(args, { port: { type: "string" } });
  if (positionals.length > 0) throw new UsageError("serve takes no file.");
  const port = optionalNumber("port", values.port) ?? 8080;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError("--port takes a number from 0 to 65535.");
  return { port };
}

type OptionTable = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

function parse<const T extends OptionTable>(args: string[], options: T) {
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

function common(
  values: { json?: string; "voxel-size"?: string; bin?: string; threads?: string; quiet?: boolean },
  positionals: string[],
): CommonOptions {
  const [map, ...more] = positionals;
  if (map === undefined || more.length > 0) throw new UsageError("Name one map.");
  return {
    map,
    json: values.json,
    voxelSize: positive("voxel-size", values["voxel-size"]),
    binning: binning(values.bin),
    threads: threadCount(values.threads),
    quiet: values.quiet ?? false,
  };
}

function threadCount(text: string | undefined): number {
  const threads = positive("threads", text) ?? Math.min(8, availableParallelism());
  if (!Number.isInteger(threads) || threads > 64) throw new UsageError("--threads takes a whole number from 1 to 64.");
  return threads;
}

function optionalNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${name} takes a number; "${text}" is none.`);
  return value;
}

function positive(name: string, text: string | undefined): number | undefined {
  const value = optionalNumber(name, text);
  if (value !== undefined && value <= 0) throw new UsageError(`--${name} takes a number above 0.`);
  return value;
}

function binning(text: string | undefined): Binning | undefined {
  if (text !== undefined && text !== "2") throw new UsageError(`--bin takes 2; "${text}" is not it.`);
  return text === undefined ? undefined : 2;
}

function oneOf<const T extends string>(name: string, text: string | undefined, words: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const word = words.find((candidate) => candidate === text);
  if (word === undefined) throw new UsageError(`--${name} takes ${words.join(" or ")}; "${text}" is neither.`);
  return word;
}

function isoDate(text: string | undefined): string | undefined {
  if (text !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(text))
    throw new UsageError("--date takes a day as 2026-11-22.");
  return text;
}
