import { rmSync } from "node:fs";
import { VERSION } from "../report/version.ts";
import { EXIT, exitStatusOf, messageOf, UsageError } from "./exit-status.ts";
import { inspect } from "./inspect.ts";
import { merge } from "./merge.ts";
import { mirror } from "./mirror.ts";
import { unfinished } from "./output.ts";
import { plan } from "./plan.ts";
import { serve } from "./serve.ts";
import { USAGE } from "./usage.ts";
import { validate } from "./validate.ts";
import { verify } from "./verify.ts";

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  validate,
  verify,
  merge,
  inspect,
  plan,
  mirror,
  serve,
};

async function main([command, ...args]: string[]): Promise<number> {
  if (command === undefined || command === "help" || asksForHelp([command, ...args])) {
    process.stdout.write(`${USAGE}\n`);
    return EXIT.ok;
  }
  if (command === "--version") {
    process.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  const run = COMMANDS[command];
  if (!run) throw new UsageError(`There is no command "${command}".`);
  return run(args);
}

/** Help may be asked for in place of a command or after one; what comes after `--` are names. */
function asksForHelp(args: readonly string[]): boolean {
  const names = args.indexOf("--");
  return args.slice(0, names < 0 ? args.length : names).some((word) => word === "--help" || word === "-h");
}

function leaveNothingHalfWritten(status: number): void {
  for (const file of unfinished) rmSync(file, { force: true });
  process.exit(status);
}

// Who reads may leave early: an output that fails tells so itself, and progress that nobody hears is none.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
process.once("SIGINT", () => leaveNothingHalfWritten(EXIT.interrupted));
process.once("SIGTERM", () => leaveNothingHalfWritten(EXIT.terminated));

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    const status = exitStatusOf(error);
    const usage = error instanceof UsageError ? `\n\n${USAGE}` : "";
    process.stderr.write(`mapassay: ${messageOf(error)}${usage}\n`);
    process.exit(status);
  },
);
