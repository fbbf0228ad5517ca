import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for the files of one test file, gone when its tests have run. */
export interface TemporaryFolder {
  readonly path: string;
  /** Path of a file in it, which need not exist. */
  at(name: string): string;
  /** Writes a file in it and gives its path. */
  write(name: string, content: Uint8Array | string): string;
}

/** Makes the folder; to be called where tests are declared. */
export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), "mapassay-"));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const at = (name: string) => join(path, name);
  return {
    path,
    at,
    write(name, content) {
      writeFileSync(at(name), content);
      return at(name);
    },
  };
}
