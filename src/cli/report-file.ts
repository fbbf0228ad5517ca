import { readFile } from "node:fs/promises";
import { InputError } from "./exit-status.ts";

/** The bytes of a report. @throws InputError where there is no file that can be read */
export async function readReportFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(`The report cannot be opened: ${(error as Error).message}`);
  }
}
