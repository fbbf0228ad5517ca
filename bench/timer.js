import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * A program that prints the seconds of one round for every line that it reads, so that several of them can stay ready and take
 * turns. `time` asks for a round; `stop` ends the program.
 */
export function startTimer(command, args) {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async time() {
      child.stdin.write("\n");
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ${args.join(" ")} ended.`);
      return Number(value);
    },
    stop() {
      child.stdin.end();
    },
  };
}
