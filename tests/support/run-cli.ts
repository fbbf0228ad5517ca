import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../dist/cli/mapassay.js", import.meta.url));

/** How a run of the command line ended. */
export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** Runs the built command line in a process of its own. `npm run build` must have run. */
export function runCli(args: readonly string[]): Promise<CliRun> {
  if (!existsSync(PROGRAM)) throw new Error("dist/cli is missing; run npm run build first.");
  const start = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr]: Buffer[][] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === null) return reject(new Error(`The command line was stopped by ${signal}.`));
      const seconds = (performance.now() - start) / 1000;
      resolve({ status: code, stdout: text(stdout), stderr: text(stderr), seconds });
    });
  });
}

const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString("utf8");
