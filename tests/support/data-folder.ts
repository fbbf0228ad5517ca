import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

/** The folder of real maps (`data`) and of expected numbers (`reference`, `reference-vrs`). */
export const DATA_FOLDER = process.env.MAPASSAY_DATA ?? fileURLToPath(new URL("../../../shared", import.meta.url));

const present = existsSync(join(DATA_FOLDER, "data"));

/** `test`, skipped with a message where the test data are absent. */
export const testWithData: (name: string, body: () => Promise<void> | void, timeout?: number) => void = (
  name,
  body,
  timeout,
) => {
  if (present) return test(name, body, timeout);
  return test.skip(`${name} (no test data at ${DATA_FOLDER}; set MAPASSAY_DATA)`, () => {});
};

/** The files under these folders of the test data, as paths; none where the data are absent. */
export function dataFiles(...folders: string[]): string[] {
  if (!present) return [];
  return folders.flatMap((folder) =>
    readdirSync(join(DATA_FOLDER, "data", folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
}

/** The path of a map by its file name, in whatever folder it lies. */
export function mapNamed(name: string): string {
  const found = dataFiles("maps", "pairs").find((path) => basename(path) === name);
  if (!found) throw new Error(`The test data hold no ${name}.`);
  return found;
}

/** Expected numbers by file name; none where the data are absent. */
export function references<T>(folder: "reference" | "reference-vrs"): { readonly name: string; readonly content: T }[] {
  if (!present) return [];
  return readdirSync(join(DATA_FOLDER, folder))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ name, content: JSON.parse(readFileSync(join(DATA_FOLDER, folder, name), "utf8")) as T }));
}
