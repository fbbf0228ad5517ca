import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach } from "vitest";

const PROGRAM = fileURLToPath(new URL("../../dist/cli/mapassay.js", import.meta.url));

/** A command line that is still running. */
export interface RunningCli {
  readonly child: ChildProcess;
  /** All that stderr has said so far. */
  said(): string;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Starts the command line, to be talked to while it runs; a test's end ends it. @param program another build of it */
export function startCli(args: readonly string[], program = PROGRAM): RunningCli {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  running.push(child);
  let said = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal!));
  });
  return { child, said: () => said, ended };
}
