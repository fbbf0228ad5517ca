import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("./fftw.c", import.meta.url));
const LIBRARIES = ["-lfftw3f_threads", "-lfftw3f", "-lm", "-lpthread"];

/** Compiles the timer of FFTW into a folder. @returns its path, or `null` where there is no C compiler or no single-precision FFTW */
export function compileFftw(folder) {
  const program = join(folder, "fftw");
  const { status } = spawnSync("gcc", ["-O2", "-o", program, source, ...LIBRARIES], { stdio: "ignore" });
  return status === 0 ? program : null;
}
