import { rename, rm, stat, writeFile } from "node:fs/promises";
import { WriteError } from "./exit-status.ts";

/**
 * Writes a file whole or not at all: to a temporary name beside it, then renamed. `-` is standard output; a device or a
 * pipe is written as it stands. @throws WriteError
 */
export async function writeOutput(target: string, content: string | Uint8Array): Promise<void> {
  if (target === "-") return writeToStandardOutput(content);
  try {
    await ((await isStream(target)) ? writeFile(target, content) : replaceFile(target, content));
  } catch (error) {
    throw new WriteError(`${target} cannot be written: ${(error as Error).message}`);
  }
}

async function replaceFile(target: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${target}.${process.pid}.part`;
  unfinished.add(temporary);
  try {
    await writeFile(temporary, content);
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  }
}

/** Temporary files that an interruption must not leave behind. */
export const unfinished = new Set<string>();

/** True for what must not be renamed over: /dev/null, /dev/stdout, a named pipe. */
async function isStream(target: string): Promise<boolean> {
  const found = await stat(target).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

function writeToStandardOutput(content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(content, (error) => {
      if (error) reject(new WriteError(`Standard output cannot be written: ${error.message}`));
      else resolve();
    });
  });
}
