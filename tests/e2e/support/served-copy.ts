import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `mapassay serve` over a copy of the build whose files end in what `ending` says, at a port of its own. */
export async function serveCopy(
  files: readonly string[],
  ending: (file: string) => string,
): Promise<{ readonly url: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "mapassay-copy-"));
  cpSync("dist", folder, { recursive: true });
  for (const file of files) appendFileSync(join(folder, "web", file), ending(file));
  const program = join(folder, "cli/mapassay.js");
  const child = spawn(process.execPath, [program, "serve", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const url = await new Promise<string>((resolve) => {
    child.stderr.on("data", (said: Buffer) => {
      const address = /http:\S+/.exec(said.toString())?.[0];
      if (address) resolve(address);
    });
  });
  return {
    url,
    close: () => {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
