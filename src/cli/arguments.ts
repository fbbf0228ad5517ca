import { resolve } from "node:path";
import type { Reading } from "../checks/check.ts";
import type { Binning } from "../core/mrc/binned-voxels.ts";
import { UsageError } from "./exit-status.ts";
import { assertApart, binning, isoDate, oneOf, optionalNumber, parse, positive, threadCount } from "./option-values.ts";

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
