import { renderJson } from "./render-json.ts";
import type { Report } from "./report.ts";

/** A value that a report records and another run does not find. `undefined`: not there. */
export interface Difference {
  /** As in JavaScript: `checks[0].measurements.corrected.decentering.z`. */
  readonly path: string;
  readonly recorded: unknown;
  readonly found: unknown;
}

export interface Comparison {
  /** Values that were compared, those told aside not counted. */
  readonly compared: number;
  /** The map itself is another file; said before all else. */
  readonly map: Difference | null;
  /** Another version wrote the report; alone it is no difference. */
  readonly software: Difference | null;
  /** The map has another name; alone it is no difference. */
  readonly fileName: Difference | null;
  /** All others, in the order of the report. */
  readonly differences: readonly Difference[];
}

/** What says when a report was made and how long it took: no part of its result. */
const CIRCUMSTANCES = ["createdAt", "timings"];
const ASIDE = ["input.sha256", "software.version", "input.fileName"];

/**
 * Everything in which two reports of one map differ, value by value, as they stand in JSON: numbers must be the same
 * double. Allocates both as JSON.
 */
export function compareReports(recorded: Report, found: Report): Comparison {
  const all: Difference[] = [];
  const compared = collect(asWritten(recorded), asWritten(found), "", all) - ASIDE.length;
  const aside = (path: string) => all.find((difference) => difference.path === path) ?? null;
  return {
    compared,
    map: aside("input.sha256"),
    software: aside("software.version"),
    fileName: aside("input.fileName"),
    differences: all.filter(({ path }) => !ASIDE.includes(path)),
  };
}

/** True where nothing differs but the version and the map's name. */
export function isIdentical({ map, differences }: Comparison): boolean {
  return map === null && differences.length === 0;
}

function asWritten(report: Report): object {
  const kept = Object.entries(report).filter(([key]) => !CIRCUMSTANCES.includes(key));
  return JSON.parse(renderJson(Object.fromEntries(kept)));
}

/** Returns how many values it compared. */
function collect(recorded: unknown, found: unknown, path: string, into: Difference[]): number {
  if (!isTree(recorded) || !isTree(found) || Array.isArray(recorded) !== Array.isArray(found)) {
    if (!Object.is(recorded, found)) into.push({ path, recorded, found });
    return 1;
  }
  const keys = new Set([...Object.keys(recorded), ...Object.keys(found)]);
  let compared = 0;
  for (const key of keys) {
    const below = Array.isArray(recorded) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
    compared += collect(own(recorded, key), own(found, key), below, into);
  }
  return compared;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function own(tree: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}
