import { access, constants, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type ErrorRecord, isMapError, toErrorRecord } from "../core/errors.ts";
import { createEngine } from "../engine/create-engine.ts";
import type { Engine } from "../engine/engine.ts";
import { renderJson } from "../report/render-json.ts";
import { VERSION } from "../report/version.ts";
import { BUILT } from "./built-files.ts";
import { InputError } from "./exit-status.ts";
import { nodePlatform } from "./node-platform.ts";
import { writeOutput } from "./output.ts";
import { makeNarrator, type Narrator } from "./progress.ts";

/** What every command that reads a map has: an engine, a narrator, the map's path. */
export interface Session {
  readonly engine: Engine;
  readonly narrator: Narrator;
  readonly path: string;
}

export interface SessionOptions {
  readonly map: string;
  readonly json: string | undefined;
  readonly threads: number;
  readonly quiet: boolean;
}

/** Runs a command with an engine that is stopped at the end. A map that is refused is also written as JSON if asked for. */
export async function withSession(
  options: SessionOptions,
  command: (session: Session) => Promise<number>,
): Promise<number> {
  await assertFile(options.map);
  const engine = createEngine(nodePlatform(BUILT, options.threads));
  const narrator = makeNarrator(options.quiet ? "quiet" : process.stderr.isTTY ? "person" : "program");
  try {
    return await command({ engine, narrator, path: options.map });
  } catch (error) {
    if (isMapError(error) && options.json !== undefined) {
      await writeOutput(options.json, refusalJson(basename(options.map), toErrorRecord(error)));
    }
    throw error;
  } finally {
    narrator.done();
    engine.dispose();
  }
}

/** @throws InputError where there is no file that may be read */
async function assertFile(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
  } catch (error) {
    throw new InputError(`The map cannot be opened: ${(error as Error).message}`);
  }
  if (!(await stat(path)).isFile()) throw new InputError(`${path} is not a file; name a map.`);
}

/** What is written in a report's place when a map is refused. */
function refusalJson(fileName: string, error: ErrorRecord): string {
  return renderJson({ schemaVersion: 1, software: { name: "mapassay", version: VERSION }, input: { fileName }, error });
}
