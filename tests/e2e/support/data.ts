import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of real maps and of expected numbers. */
export const DATA_FOLDER = process.env.MAPASSAY_DATA ?? fileURLToPath(new URL("../../../../shared", import.meta.url));

export const HAS_DATA = existsSync(join(DATA_FOLDER, "data"));

export function mapPath(name: string): string {
  return join(DATA_FOLDER, "data", "maps", name);
}

/** A map crop that lies beside its atomic model. */
export function pairPath(name: string): string {
  return join(DATA_FOLDER, "data", "pairs", name);
}

interface ReferenceCheck {
  readonly key: string;
  readonly status: { readonly corrected: string; readonly vrs: string };
}

/** The statuses expected of a map, by check. */
export function expectedStatuses(name: string): Map<string, ReferenceCheck["status"]> {
  const text = readFileSync(join(DATA_FOLDER, "reference", `${name}.json`), "utf8");
  const { checks } = JSON.parse(text) as { checks: ReferenceCheck[] };
  return new Map(checks.map(({ key, status }) => [key, status]));
}
