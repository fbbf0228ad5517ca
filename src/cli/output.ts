import { rename, rm, writeFile } from "node:fs/promises";
import { WriteError } from "./exit-status.ts";

/** Writes a file whole or not at all: to a temporary name beside it, then renamed. `-` is standard output. @throws WriteError */
export async function writeOutput(target: string, content: string | Uint8Array): Promise<void> {
  if (target === "-") return writeToStandardOutput(content);
  const temporary = `${target}.${process.pid}.part`;
  unfinished.add(temporary);
  try {
    await writeFile(temporary, content);
    await rename(temporary, target);
  } catch (error) {
    throw new WriteError(`${target} cannot be written: ${(error as Error).message}`);
  } finally {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  }
}

/** Temporary files that an interruption must not leave behind. */
export const unfinished = new Set<string>();

function writeToStandardOutput(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (error) reject(new WriteError(`Standard output cannot be written: ${error.message}`));
      else resolve();
    });
  });
}
